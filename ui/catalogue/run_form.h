// What is about to be run and how: a scenario, an executor, values for everything that can be set. Every change can be
// undone. It knows no widgets; the parameter bar shows it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QObject>
#include <QString>
#include <QUndoStack>

#include "core/run/run.h"
#include "core/scenario/scenario.h"

namespace threadmart {

// All that a person can set. Empty workers and cores: as many as the executor starts by itself, all cores. Empty bell:
// as the scenario has it.
struct RunChoice {
  std::string executor;
  std::optional<unsigned> workers, cores;
  double pace = 1.0;
  std::optional<double> switch_interval_ms;
  std::map<std::string, double> parameters;

  friend bool operator==(const RunChoice&, const RunChoice&) = default;
};

class RunForm : public QObject {
  Q_OBJECT

 public:
  explicit RunForm(unsigned machine_cores, QObject* parent = nullptr);

  // Starts over with the scenario's defaults; forgets what could be undone.
  void setScenario(const Scenario& scenario);
  // The same, but set as it was in a run: to do it again.
  void setScenario(const Scenario& scenario, const RunInfo& as_run);
  void clear();  // no scenario: nothing can be run
  bool hasScenario() const { return scenario_.has_value(); }
  const Scenario& scenario() const { return *scenario_; }

  const RunChoice& choice() const { return choice_; }
  unsigned machineCores() const { return machine_cores_; }
  const ExecutorDescription* executor() const { return findExecutor(choice_.executor); }
  unsigned automaticWorkers() const;                                // what empty workers stand for
  std::size_t tasks() const { return tasks_; }                      // 0 if the values do not fit together
  const std::vector<std::string>& hosts() const { return hosts_; }  // other machines that it talks to: ask before
  double switchInterval() const;                                    // the bell, in ms
  bool hasOwnBell() const;                                          // the scenario has a parameter for it
  bool isDefault() const { return hasScenario() && choice_ == defaults(); }

  // Values outside of a range are moved to its nearer end.
  void setExecutor(const std::string& name);
  void setWorkers(std::optional<unsigned> workers);
  void setCores(std::optional<unsigned> cores);
  void setPace(double pace);
  void setSwitchInterval(double ms);
  void setParameter(const std::string& name, double value);
  void resetToDefaults();

  RunOptions options() const;  // for the engine, with nothing left open
  QUndoStack& undoStack() { return undo_; }

 signals:
  void scenarioChanged();
  void changed();

 private:
  class Change;
  RunChoice defaults() const;
  void change(RunChoice next, const QString& what);
  void take(const RunChoice& choice);

  unsigned machine_cores_;
  std::optional<Scenario> scenario_;
  RunChoice choice_;
  std::size_t tasks_ = 0;
  double scenario_bell_ms_ = 5.0;
  std::vector<std::string> hosts_;
  QUndoStack undo_;
};

inline constexpr unsigned kMostWorkers = 256;
inline constexpr double kSlowestPace = 1000, kFastestPace = 0.01;
inline constexpr double kShortestBellMs = 0.1, kLongestBellMs = 1000;

}  // namespace threadmart
