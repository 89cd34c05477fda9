// A workload that is built by hand: what a scenario file says, with literal numbers only, right or wrong. Knows no Qt.
// Wrong values (0.5 items, an empty basket) can be held, written and read back, so that they can be pointed at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/scenario/vocabulary.h"

namespace threadmart {

struct DraftStep {
  const StepKind* kind = nullptr;  // of stepKinds(), but not `repeat`
  StepValues values;

  double number(std::string_view field) const { return values.number(field); }
  bool is(std::string_view name) const { return kind->name == name; }
  friend bool operator==(const DraftStep& a, const DraftStep& b);
};
DraftStep draftStep(std::string_view kind, std::map<std::string_view, double> numbers, std::string url = {});
DraftStep draftStep(const Step& step);

struct DraftCustomer {
  std::string name;
  std::vector<DraftStep> steps;
  double count = 1;  // so many alike, each a task of its own

  friend bool operator==(const DraftCustomer&, const DraftCustomer&) = default;
};

// Everything but the customers.
struct DraftHead {
  std::string title, description, question, schema;
  Defaults defaults;
  std::uint64_t seed = 1;

  friend bool operator==(const DraftHead& a, const DraftHead& b);
};
bool sameDefaults(const Defaults& a, const Defaults& b);

struct Draft {
  DraftHead head;
  std::vector<DraftCustomer> customers;

  friend bool operator==(const Draft&, const Draft&) = default;
};

// The scenario's JSON: always the same text for the same draft, and only what differs from what is true anyway.
std::string toJson(const Draft& draft);
// Parts of it, for the clipboard: 'a list of steps', 'a list of tasks'.
std::string toJson(const std::vector<DraftStep>& steps);
std::string toJson(const std::vector<DraftCustomer>& customers);

// What a basket comes to: at pace 1 an item is about a millisecond. Powers and entries take as long as they take.
struct BasketSum {
  double scanning_ms = 0, away_ms = 0, bytes_sent = 0, entries = 0;
  bool powers = false;
};
BasketSum sumOf(const std::vector<DraftStep>& steps, double pace);

// The number of the customer's first task, from 0: its colour, the same as in the run.
std::uint32_t firstTaskOf(const std::vector<DraftCustomer>& customers, std::size_t customer);

// A name that no other customer has: 'customer 3', or `wanted` with a number behind it.
std::string freeName(const std::vector<DraftCustomer>& customers, const std::string& wanted);

}  // namespace threadmart
