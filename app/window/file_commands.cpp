#include "app/window/file_commands.h"

#include <filesystem>
#include <utility>

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "app/window/settings.h"
#include "core/recording/atomic_file.h"
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

FileCommands::FileCommands(QWidget& window, const ShownRecording& shown, QString folder, QStringList recent)
    : QObject(&window), window_(window), shown_(shown), folder_(std::move(folder)), recent_(std::move(recent)) {
  if (folder_.isEmpty()) folder_ = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  if (!QFileInfo(folder_).isDir()) folder_ = QDir::homePath();
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

void FileCommands::chooseAndSaveScenario(const QByteArray& json, const QString& name) {
  const QString path =
      QFileDialog::getSaveFileName(&window_, "Save the scenario", folder_ + '/' + name + ".json", "Scenarios (*.json)");
  if (!path.isEmpty()) saveScenario(json, path);
}

QString FileCommands::askForPicture(const QString& title, const QString& suffix) {
  if (shown_.empty()) return {};
  return QFileDialog::getSaveFileName(&window_, title, proposal(suffix), kPictureFilter);
}

void FileCommands::chooseAndExportTimeline(LaneBy lanes_by) {
  const QString path = askForPicture("Export the timeline as a picture", ".png");
  if (!path.isEmpty()) exportTimeline(path, lanes_by);
}

void FileCommands::chooseAndExportShop(const ShopMoment& moment) {
  const QString path = askForPicture("Export the shop as a picture", " shop.png");
  if (!path.isEmpty()) exportShop(path, moment);
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

void FileCommands::saveScenario(const QByteArray& json, const QString& path) {
  remember(path);
  inBackground(
      [path, json] {
        AtomicFile file(pathOf(path));
        file.write({json.data(), static_cast<std::size_t>(json.size())});
        file.commit();
      },
      [this, path] {
        emit scenarioSaved(path);
        emit done("Saved as " + path);
      });
}

void FileCommands::exportTimeline(const QString& path, LaneBy lanes_by) {
  rememberFolder(path);
  SlideOptions options;
  options.by = lanes_by;
  inBackground([path, options, recording = shown_.recording()] { exportSlide({recording}, options, path); },
               [this, path] { emit done("Picture saved as " + path); });
}

void FileCommands::exportShop(const QString& path, const ShopMoment& moment) {
  rememberFolder(path);
  inBackground([path, moment, recording = shown_.recording()] { exportShopSlide(recording, moment, {}, path); },
               [this, path] { emit done("Picture saved as " + path); });
}

QString FileCommands::proposal(const QString& extension) const {
  return folder_ + '/' + suggestedFileName(shown_.info(), extension);
}

void FileCommands::rememberFolder(const QString& path) {
  folder_ = QFileInfo(path).absolutePath();
}

void FileCommands::remember(const QString& path) {
  rememberFolder(path);
  const QString file = QFileInfo(path).absoluteFilePath();
  recent_.removeAll(file);
  recent_.prepend(file);
  recent_ = recent_.mid(0, kMostRecent);
  emit recentChanged();
}

void FileCommands::inBackground(std::function<void()> work, std::function<void()> then) {
  const bool started = job_.start(std::move(work), std::move(then), [this](const QString& why) { emit failed(why); });
  if (!started) emit failed("Another file is still being read or written: try again in a moment.");
}

}  // namespace threadmart
