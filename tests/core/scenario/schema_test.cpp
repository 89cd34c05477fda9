// The published schema and the reader must know the same names, ranges and requirements.
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "core/scenario/vocabulary.h"

namespace threadmart {
namespace {

using nlohmann::json;

json schema() {
  std::ifstream in(THREADMART_SOURCE_DIR "/resources/scenarios/scenario.schema.json");
  return json::parse(in);
}

std::set<std::string> keys(const json& object) {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

template <typename Names>
std::set<std::string> asSet(const Names& names) {
  return {names.begin(), names.end()};
}

void expectRule(const json& field, const NumberRule& rule, const std::string& where) {
  const json alternatives = field.contains("anyOf") ? field["anyOf"] : json::array({field});
  const json& literal = alternatives[0];
  EXPECT_EQ(literal["type"], rule.whole ? "integer" : "number") << where;
  EXPECT_EQ(literal["minimum"].get<double>(), rule.min) << where;
  EXPECT_EQ(literal["maximum"].get<double>(), rule.max) << where;
  std::set<std::string> references;
  for (const json& alternative : alternatives) {
    if (alternative.contains("$ref")) references.insert(alternative["$ref"]);
  }
  EXPECT_EQ(references.contains("#/$defs/parameterUse"), rule.parameters) << where;
  EXPECT_EQ(references.contains("#/$defs/draw"), rule.draws) << where;
}

TEST(Schema, KnowsTheFieldsOfTheReader) {
  const json root = schema();
  EXPECT_EQ(keys(root["properties"]), asSet(kScenarioFields));
  EXPECT_EQ(keys(root["$defs"]["parameter"]["properties"]), asSet(kParameterFields));
  EXPECT_EQ(keys(root["$defs"]["defaults"]["properties"]), asSet(kDefaultsFields));
  EXPECT_EQ(keys(root["$defs"]["task"]["properties"]), asSet(kTaskFields));
  std::set<std::string> draw_fields;
  for (const json& form : root["$defs"]["draw"]["oneOf"]) draw_fields.merge(keys(form["properties"]));
  EXPECT_EQ(draw_fields, asSet(kDrawFields));
}

TEST(Schema, KnowsTheExecutors) {
  const json names = schema()["$defs"]["defaults"]["properties"]["executor"]["enum"];
  EXPECT_EQ(names.get<std::set<std::string>>(), asSet(executorNames()));
}

TEST(Schema, KnowsTheRangesOfTheReader) {
  const json root = schema();
  expectRule(root["properties"]["seed"], kSeedRule, "seed");
  expectRule(root["$defs"]["task"]["properties"]["count"], kCountRule, "count");
  const json& defaults = root["$defs"]["defaults"]["properties"];
  expectRule(defaults["workers"], kWorkersRule, "workers");
  expectRule(defaults["cores"], kCoresRule, "cores");
  expectRule(defaults["pace"], kPaceRule, "pace");
  expectRule(defaults["switch_interval_ms"], kSwitchIntervalRule, "switch_interval_ms");
  expectRule(root["$defs"]["draw"]["oneOf"][1]["properties"]["percent"], kPercentRule, "percent");
}

TEST(Schema, KnowsEveryStepAndItsFields) {
  const json steps = schema()["$defs"]["step"]["oneOf"];
  ASSERT_EQ(steps.size(), stepKinds().size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const StepKind& kind = stepKinds()[i];
    const std::string name(kind.name);
    EXPECT_EQ(steps[i]["properties"]["step"]["const"], name);
    EXPECT_EQ(keys(steps[i]["properties"]), asSet(kind.fieldNames())) << name;
    std::set<std::string> required{"step"};
    for (const StepField& field : kind.fields) {
      if (field.required) required.emplace(field.name);
      const json& described = steps[i]["properties"][std::string(field.name)];
      if (field.kind == StepField::Kind::Number)
        expectRule(described, field.rule, name + '.' + std::string(field.name));
      if (field.kind == StepField::Kind::Flag) {
        EXPECT_EQ(described["type"], "boolean") << name;
      }
    }
    EXPECT_EQ(steps[i]["required"].get<std::set<std::string>>(), required) << name;
  }
}

// An object that describes fields must say what each is for, and allow no others.
void expectDescribed(const json& node, const std::string& path) {
  if (node.is_object() && node.contains("properties") && node["properties"].is_object()) {
    EXPECT_EQ(node["additionalProperties"], false) << path;
    for (const auto& [name, field] : node["properties"].items()) {
      EXPECT_TRUE(field.contains("description") || field.contains("$ref")) << path << "/properties/" << name;
    }
  }
  if (!node.is_structured()) return;
  for (const auto& [name, child] : node.items()) expectDescribed(child, path + '/' + name);
}

TEST(Schema, DescribesEverything) {
  const json root = schema();
  expectDescribed(root, "#");
  for (const auto& [name, definition] : root["$defs"].items()) EXPECT_TRUE(definition.contains("description")) << name;
}

}  // namespace
}  // namespace threadmart
