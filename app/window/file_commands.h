// Opening, saving and exporting: the dialogues, and the work behind them in a thread of its own.
#pragma once

#include <memory>

#include <QObject>
#include <QString>
#include <QStringList>

#include "app/window/background_job.h"
#include "app/window/shown_recording.h"
#include "core/scenario/scenario.h"
#include "ui/export/shop_slide.h"
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
  FileCommands(QWidget& window, const ShownRecording& shown, QString folder, QStringList recent);

  void chooseAndOpen();
  void chooseAndSave();
  void chooseAndSaveScenario(const QByteArray& json, const QString& name);
  void chooseAndExportTimeline(LaneBy lanes_by);
  void chooseAndExportShop(const ShopMoment& moment);
  void open(const QString& path);
  void save(const QString& path);
  void saveScenario(const QByteArray& json, const QString& path);
  void exportTimeline(const QString& path, LaneBy lanes_by);
  void exportShop(const QString& path, const ShopMoment& moment);
  const QString& folder() const { return folder_; }
  const QStringList& recent() const { return recent_; }  // what was opened or saved, the latest first

 signals:
  void recordingOpened(std::shared_ptr<const threadmart::Recording> recording, const QString& path);
  void scenarioOpened(const threadmart::Scenario& scenario);
  void scenarioSaved(const QString& path);
  void recentChanged();
  void done(const QString& what);   // one sentence
  void failed(const QString& why);  // one line, from the engine

 private:
  void rememberFolder(const QString& path);
  void remember(const QString& path);  // among the recent ones, too
  QString askForPicture(const QString& title, const QString& suffix);
  void openRecording(const QString& path);
  void openScenario(const QString& path);
  QString proposal(const QString& extension) const;
  void inBackground(std::function<void()> work, std::function<void()> then);

  QWidget& window_;
  const ShownRecording& shown_;
  QString folder_;
  QStringList recent_;
  BackgroundJob job_;
};

}  // namespace threadmart
