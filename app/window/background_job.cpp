#include "app/window/background_job.h"

#include <exception>
#include <optional>
#include <utility>

namespace threadmart {

BackgroundJob::~BackgroundJob() {
  if (thread_.joinable()) thread_.join();
}

bool BackgroundJob::start(std::function<void()> work, std::function<void()> then,
                          std::function<void(const QString&)> failed) {
  if (busy_) return false;
  busy_ = true;
  if (thread_.joinable()) thread_.join();
  thread_ = std::thread([this, work = std::move(work), then = std::move(then), failed = std::move(failed)] {
    std::optional<QString> error;
    try {
      work();
    } catch (const std::exception& exception) {
      error = QString::fromUtf8(exception.what());
    }
    // Queued: dropped by Qt if this object is gone by then.
    QMetaObject::invokeMethod(
        this,
        [this, then, failed, error] {
          busy_ = false;
          if (error)
            failed(*error);
          else
            then();
        },
        Qt::QueuedConnection);
  });
  return true;
}

}  // namespace threadmart
