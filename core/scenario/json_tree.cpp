#include "core/scenario/json_tree.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace threadmart {
namespace {

// Each level costs stack when the tree is read and destroyed; no scenario needs more.
constexpr std::size_t kDeepest = 64;

// Hands the text to the parser and tells how far the parser has read.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  const char** reached_;
};

// Turns offsets into lines and columns. Offsets must not go back.
class PositionFinder {
 public:
  explicit PositionFinder(std::string_view text) : text_(text) {}

  Position at(std::size_t offset) {
    for (; offset_ < offset && offset_ < text_.size(); ++offset_) {
      const auto byte = static_cast<unsigned char>(text_[offset_]);
      const bool continues_character = (byte & 0xC0) == 0x80;
      if (byte == '\n') {
        position_ = {position_.line + 1, 1};
      } else if (!continues_character) {
        ++position_.column;
      }
    }
    return position_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_{1, 1};
};

// '[json.exception.parse_error.101] parse error at line 3, column 5: syntax error while parsing value - invalid
// literal; last read: 'tr,'; expected …' keeps what is not said elsewhere. What was read may be any bytes, and the
// position shows it.
std::string essence(std::string what) {
  for (const std::string_view preamble : {"syntax error ", "] "}) {
    if (const auto found = what.find(preamble); found != std::string::npos) {
      what.erase(0, found + preamble.size());
      break;
    }
  }
  if (const auto quote = what.find("; last read: "); quote != std::string::npos) {
    const auto rest = what.rfind("; expected ");
    what.erase(quote, rest > quote && rest != std::string::npos ? rest - quote : std::string::npos);
  }
  return what;
}

class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit TreeBuilder(std::string_view text) : text_(text), finder_(text), reached_(text.data()) {}

  JsonValue build() {
    const char* const end = text_.data() + text_.size();
    nlohmann::json::sax_parse(CountingIterator(text_.data(), &reached_), CountingIterator(end, &reached_), this);
    return std::move(root_);
  }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // JSON text has none
  bool start_object(std::size_t) override { return open(JsonValue::Object{}); }
  bool start_array(std::size_t) override { return open(JsonValue::Array{}); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    std::get<JsonValue::Object>(open_.back()->value).push_back({std::move(name), tokenPosition(), {}});
    return true;
  }

  bool parse_error(std::size_t read, const std::string& token, const nlohmann::json::exception& error) override {
    const std::size_t end = std::min(read, text_.size() + 1);
    std::size_t start = end == 0 ? 0 : end - 1;
    // A text or number in the wrong place was read to its end; its start is the better place to look at. (After
    // anything else the parser's `token` holds what stands before it, too.)
    const char last = start < text_.size() ? text_[start] : ' ';
    if ((last == '"' || (last >= '0' && last <= '9')) && token.size() <= end) start = end - token.size();
    throw JsonSyntaxError(PositionFinder(text_).at(start), "not JSON: " + essence(error.what()));
  }

 private:
  template <typename Value>
  bool add(Value value) {
    place(JsonValue{tokenPosition(), std::move(value)});
    return true;
  }

  template <typename Container>
  bool open(Container empty) {
    const Position at = tokenPosition();
    if (open_.size() == kDeepest) {
      throw JsonSyntaxError(at, "lists and objects are nested more than " + std::to_string(kDeepest) + " deep");
    }
    open_.push_back(place(JsonValue{at, std::move(empty)}));
    return true;
  }

  bool close() {
    last_end_ = offset();
    open_.pop_back();
    return true;
  }

  JsonValue* place(JsonValue value) {
    if (open_.empty()) return &(root_ = std::move(value));
    if (auto* array = std::get_if<JsonValue::Array>(&open_.back()->value)) {
      return &array->emplace_back(std::move(value));
    }
    auto& member = std::get<JsonValue::Object>(open_.back()->value).back();
    return &(member.value = std::move(value));
  }

  std::size_t offset() const { return static_cast<std::size_t>(reached_ - text_.data()); }

  // Where the token that was just read begins: between two tokens stand only blanks and punctuation. (After a number
  // the parser has read one character more, which is one of those.)
  Position tokenPosition() {
    const std::size_t start = text_.find_first_not_of(" \t\r\n,:]}", last_end_);
    last_end_ = offset();
    return finder_.at(start);
  }

  std::string_view text_;
  PositionFinder finder_;
  const char* reached_;
  std::size_t last_end_ = 0;
  JsonValue root_;
  std::vector<JsonValue*>
      open_;  // lists and objects around the next value; a list only grows while no pointer into it is held
};

}  // namespace

JsonValue parseJson(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return TreeBuilder(text).build();
}

}  // namespace threadmart
