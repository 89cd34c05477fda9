// Opening, saving and exporting: the dialogues, and the work behind them in a thread of its own.
#pragma once

#include <memory>

#include <QObject>
#include <QString>

#include "app/window/background_job.h"
#include "app/window/shown_recording.h"
#include "core/scenario/scenario.h"
#include "ui/theme/theme.h"

class QWidget;

namespace threadmart {

enum class FileKind { Recording, Scenario };
FileKind kindOfFile(const QString& path);  // by its name and first characters; a recording when in doubt

// 'gil-cpu threads-gil.json.gz'
QString suggestedFileName(const RunInfo& info, const QString& extension);

class FileCommands : public QObject {
  Q_OBJECT

 public:
  FileCommands(QWidget& window, const ShownRecording& shown, QString folder);

  void chooseAndOpen();
  void chooseAndSave();
  void chooseAndExport(LaneBy lanes_by);
  void open(const QString& path);
  void save(const QString& path);
  void exportPicture(const QString& path, LaneBy lanes_by);
  const QString& folder() const { return folder_; }

 signals:
  void recordingOpened(std::shared_ptr<const threadmart::Recording> recording, const QString& path);
  void scenarioOpened(const threadmart::Scenario& scenario);
  void done(const QString& what);   // one sentence
  void failed(const QString& why);  // one line, from the engine

 private:
  void remember(const QString& path);
  void openRecording(const QString& path);
  void openScenario(const QString& path);
  QString proposal(const QString& extension) const;
  void inBackground(std::function<void()> work, std::function<void()> then);

  QWidget& window_;
  const ShownRecording& shown_;
  QString folder_;
  BackgroundJob job_;
};

}  // namespace threadmart
