#include "core/probes/proc_text.h"

#include <array>
#include <charconv>
#include <vector>

namespace threadmart::proc {
namespace {

// The next line of `rest`, which then starts after it.
std::string_view nextLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

std::vector<std::string_view> fields(std::string_view line) {
  std::vector<std::string_view> found;
  constexpr std::string_view kBlank = " \t\n";
  for (std::size_t at = line.find_first_not_of(kBlank); at != std::string_view::npos;
       at = line.find_first_not_of(kBlank, at)) {
    const std::size_t end = std::min(line.find_first_of(kBlank, at), line.size());
    found.push_back(line.substr(at, end - at));
    at = end;
  }
  return found;
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// One line 'cpu3 user nice system idle iowait irq softirq steal guest …'. Guest time is contained in user and nice.
void addCore(CoreTimes& times, const std::vector<std::string_view>& line) {
  constexpr std::size_t kIdle = 4, kIoWait = 5, kSteal = 8;
  const auto core = number(line[0].substr(3));
  if (!core || line.size() <= kIdle) return;
  std::uint64_t total = 0, idle = 0;
  for (std::size_t i = 1; i < line.size() && i <= kSteal; ++i) {
    const std::uint64_t ticks = number(line[i]).value_or(0);
    total += ticks;
    if (i == kIdle || i == kIoWait) idle += ticks;
  }
  if (times.total.size() <= *core) {
    times.total.resize(*core + 1);
    times.busy.resize(*core + 1);
  }
  times.total[*core] = total;
  times.busy[*core] = total - idle;
}

}  // namespace

std::string cpuModel(std::string_view cpuinfo) {
  while (!cpuinfo.empty()) {
    const std::string_view line = nextLine(cpuinfo);
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    const auto key = fields(line.substr(0, colon));
    if (key.size() == 2 && key[0] == "model" && key[1] == "name") return std::string(line.substr(colon + 2));
  }
  return {};
}

std::string systemName(std::string_view os_release) {
  constexpr std::string_view kKey = "PRETTY_NAME=";
  while (!os_release.empty()) {
    std::string_view line = nextLine(os_release);
    if (!line.starts_with(kKey)) continue;
    line.remove_prefix(kKey.size());
    if (line.size() >= 2 && (line.front() == '"' || line.front() == '\'')) line = line.substr(1, line.size() - 2);
    return std::string(line);
  }
  return {};
}

CoreTimes coreTimes(std::string_view stat) {
  CoreTimes times;
  while (!stat.empty()) {
    const std::vector<std::string_view> line = fields(nextLine(stat));
    // The first line, plain 'cpu', sums up all cores.
    if (!line.empty() && line[0].starts_with("cpu") && line[0].size() > 3) addCore(times, line);
  }
  return times;
}

std::optional<ProcessUse> processUse(std::string_view stat, std::string_view statm, long ticks_per_second,
                                     std::uint64_t page_bytes) {
  // 'pid (name) state …': the last parenthesis ends the name, whatever the name holds.
  const std::size_t name_end = stat.rfind(')');
  if (name_end == std::string_view::npos) return std::nullopt;
  const auto pid = number(stat.substr(0, stat.find(' ')));
  const std::vector<std::string_view> after = fields(stat.substr(name_end + 1));
  const std::vector<std::string_view> pages = fields(statm);
  constexpr std::size_t kUserTime = 11, kSystemTime = 12;  // counted from the state on
  if (!pid || after.size() <= kSystemTime || pages.size() < 3) return std::nullopt;
  const auto user = number(after[kUserTime]), system = number(after[kSystemTime]);
  const auto resident = number(pages[1]), shared = number(pages[2]);
  if (!user || !system || !resident || !shared) return std::nullopt;

  ProcessUse use;
  use.pid = static_cast<std::uint32_t>(*pid);
  use.state = after[0][0];
  use.cpu = static_cast<Nanos>(*user + *system) * (1'000'000'000 / ticks_per_second);
  use.resident_bytes = *resident * page_bytes;
  use.shared_bytes = *shared * page_bytes;
  return use;
}

std::optional<Nanos> runDelay(std::string_view schedstat) {
  const std::vector<std::string_view> found = fields(schedstat);
  if (found.size() < 2) return std::nullopt;
  const auto delay = number(found[1]);
  if (!delay) return std::nullopt;
  return static_cast<Nanos>(*delay);
}

std::optional<std::uint64_t> limit(std::string_view text) {
  const std::vector<std::string_view> found = fields(text);
  return found.empty() ? std::nullopt : number(found[0]);
}

std::uint64_t systemThreads(std::string_view loadavg) {
  const std::vector<std::string_view> found = fields(loadavg);
  if (found.size() < 4) return 0;
  const std::size_t slash = found[3].find('/');
  return slash == std::string_view::npos ? 0 : number(found[3].substr(slash + 1)).value_or(0);
}

std::string pidsFolder(std::string_view cgroup) {
  std::string unified = "/sys/fs/cgroup";
  while (!cgroup.empty()) {
    // 'hierarchy:controllers:path'; hierarchy 0 is cgroup 2.
    const std::string_view line = nextLine(cgroup);
    const std::size_t first = line.find(':'), second = line.find(':', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) continue;
    const std::string_view controllers = line.substr(first + 1, second - first - 1);
    std::string path(line.substr(second + 1));
    if (path == "/") path.clear();
    if (controllers == "pids") return "/sys/fs/cgroup/pids" + path;
    if (line.starts_with("0::")) unified = "/sys/fs/cgroup" + path;
  }
  return unified;
}

}  // namespace threadmart::proc
