#include "app/window/file_commands.h"

#include <filesystem>
#include <utility>

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "core/recording/trace_file.h"
#include "ui/export/slide.h"

namespace threadmart {
namespace {

constexpr const char* kRecordingFilter = "Recordings (*.json *.json.gz)";
constexpr const char* kPictureFilter = "PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)";

std::filesystem::path pathOf(const QString& path) {
  return std::filesystem::path(path.toStdString());
}

}  // namespace

FileKind kindOfFile(const QString& path) {
  QFile file(path);
  if (path.endsWith(".gz") || !file.open(QIODevice::ReadOnly)) return FileKind::Recording;
  const QByteArray head = file.read(4096).trimmed();
  const bool trace = head.startsWith('[') || head.contains("\"traceEvents\"") || head.contains("\"otherData\"") ||
                     head.contains("\"displayTimeUnit\"");
  return !trace && head.contains("\"tasks\"") ? FileKind::Scenario : FileKind::Recording;
}

QString suggestedFileName(const RunInfo& info, const QString& extension) {
  QString name = QString::fromStdString(info.scenario.empty() ? "recording" : info.scenario);
  if (!info.executor.empty()) name += ' ' + QString::fromStdString(info.executor);
  return name.replace('/', '-') + extension;
}

FileCommands::FileCommands(QWidget& window, const ShownRecording& shown, QString folder)
    : QObject(&window), window_(window), shown_(shown), folder_(std::move(folder)) {
  if (folder_.isEmpty()) folder_ = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void FileCommands::chooseAndOpen() {
  const QString path = QFileDialog::getOpenFileName(&window_, "Open a recording or a scenario", folder_,
                                                    QString(kRecordingFilter) + ";;All files (*)");
  if (!path.isEmpty()) open(path);
}

void FileCommands::chooseAndSave() {
  if (shown_.empty()) return;
  const QString path =
      QFileDialog::getSaveFileName(&window_, "Save the recording", proposal(".json.gz"), kRecordingFilter);
  if (!path.isEmpty()) save(path);
}

void FileCommands::chooseAndExport(LaneBy lanes_by) {
  if (shown_.empty()) return;
  const QString path =
      QFileDialog::getSaveFileName(&window_, "Export the timeline as a picture", proposal(".png"), kPictureFilter);
  if (!path.isEmpty()) exportPicture(path, lanes_by);
}

void FileCommands::open(const QString& path) {
  remember(path);
  if (kindOfFile(path) == FileKind::Scenario)
    openScenario(path);
  else
    openRecording(path);
}

void FileCommands::openScenario(const QString& path) {
  try {
    emit scenarioOpened(Scenario::load(pathOf(path)));
  } catch (const ScenarioError& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
}

void FileCommands::openRecording(const QString& path) {
  auto read = std::make_shared<std::shared_ptr<const Recording>>();
  inBackground([path, read] { *read = readTrace(pathOf(path)); },
               [this, path, read] { emit recordingOpened(*read, path); });
}

void FileCommands::save(const QString& path) {
  remember(path);
  inBackground([path, recording = shown_.recording()] { writeTrace(*recording, pathOf(path)); },
               [this, path] { emit done("Saved as " + path); });
}

void FileCommands::exportPicture(const QString& path, LaneBy lanes_by) {
  remember(path);
  SlideOptions options;
  options.by = lanes_by;
  inBackground([path, options, recording = shown_.recording()] { exportSlide({recording}, options, path); },
               [this, path] { emit done("Picture saved as " + path); });
}

QString FileCommands::proposal(const QString& extension) const {
  return folder_ + '/' + suggestedFileName(shown_.info(), extension);
}

void FileCommands::remember(const QString& path) {
  folder_ = QFileInfo(path).absolutePath();
}

void FileCommands::inBackground(std::function<void()> work, std::function<void()> then) {
  const bool started = job_.start(std::move(work), std::move(then), [this](const QString& why) { emit failed(why); });
  if (!started) emit failed("Another file is still being read or written: try again in a moment.");
}

}  // namespace threadmart
