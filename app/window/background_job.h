// Work that would make the window wait: done in a thread, then reported in the window's. One at a time.
#pragma once

#include <functional>
#include <thread>

#include <QObject>
#include <QString>

namespace threadmart {

class BackgroundJob : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  ~BackgroundJob() override;  // waits for the work; `then` is not called any more

  // `work` must touch nothing of the window's. Then one of the two is called in the window's thread; `failed` gets the
  // text of the exception. False, and nothing happens, while another job is going on.
  bool start(std::function<void()> work, std::function<void()> then, std::function<void(const QString&)> failed);
  bool busy() const { return busy_; }

 private:
  std::thread thread_;
  bool busy_ = false;
};

}  // namespace threadmart
