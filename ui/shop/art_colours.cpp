// What replaces the placeholder colours of the figures. resources/art/README.md is the illustrator's table of them.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <QFile>

#include "ui/shop/art_files.h"

// Outside the namespace, as Qt wants it: a resource in a static library has to be named to be linked.
static void initArtResource() {
  Q_INIT_RESOURCE(threadmart_art);
}

namespace threadmart {
namespace {

struct Look {
  QRgb skin, hair;
  Haircut haircut;
};
// Ten looks and twenty-four colours of tasks: 120 customers that differ, however many there are.
constexpr std::array<Look, 10> kLooks = {{
    {0xFFC98E63, 0xFF3A2A1E, Haircut::Short},
    {0xFFF3C9A5, 0xFF8A4B1F, Haircut::Long},
    {0xFFEDB98F, 0xFF23252B, Haircut::Short},
    {0xFF8D5A3B, 0xFF2A1B14, Haircut::Bun},
    {0xFFF3C9A5, 0xFFD9A441, Haircut::Short},
    {0xFFC98E63, 0xFF2B1D16, Haircut::Long},
    {0xFF7A4B31, 0xFF1E1614, Haircut::Short},
    {0xFFEDB98F, 0xFFB5532A, Haircut::Bun},
    {0xFFF3C9A5, 0xFF9A9CA3, Haircut::Short},
    {0xFF8D5A3B, 0xFF33231A, Haircut::Long},
}};

QColor mix(const QColor& from, const QColor& to, double share) {
  const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
  return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue()));
}

// Dark hair would be lost on a dark ground.
QColor hairOn(const Theme& theme, const QColor& hair) {
  return theme.kind == ThemeKind::Dark ? mix(hair, QColor(0xB9, 0x9C, 0x84), 0.30) : hair;
}

// Parts figures from each other and from the ground.
QColor contourOn(const Theme& theme) {
  return theme.kind == ThemeKind::Print ? QColor(Qt::black) : theme.panel;
}

ArtColours lookOf(std::size_t number, const Theme& theme) {
  const Look& look = kLooks[number % kLooks.size()];
  return {{}, QColor::fromRgb(look.skin), hairOn(theme, QColor::fromRgb(look.hair)), look.haircut};
}

// What is written in place of which placeholder.
class Replacer {
 public:
  void operator()(const char* placeholder, const QColor& colour) {
    pairs_.emplace_back(placeholder, colour.name().toLatin1());
  }
  void hide(const char* placeholder, bool hidden, const QColor& colour) {
    pairs_.emplace_back(placeholder, hidden ? QByteArray("none") : colour.name().toLatin1());
  }
  // In one pass over the text: it is done for each new pair of figure and colours.
  QByteArray applyTo(const QByteArray& source) const {
    constexpr qsizetype length = 7;
    QByteArray out;
    out.reserve(source.size());
    for (qsizetype at = 0; at < source.size();) {
      const qsizetype next = source.indexOf('#', at);
      out += QByteArrayView(source).sliced(at, (next < 0 ? source.size() : next) - at);
      if (next < 0) break;
      const QByteArrayView colour = QByteArrayView(source).sliced(next, std::min(length, source.size() - next));
      const auto pair = std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& p) { return p.first == colour; });
      out += pair == pairs_.end() ? colour : QByteArrayView(pair->second);
      at = next + colour.size();
    }
    return out;
  }

 private:
  std::vector<std::pair<QByteArrayView, QByteArray>> pairs_;
};

void replaceFigure(Replacer& replace, const ArtColours& given, const Theme& theme) {
  const bool dark = theme.kind == ThemeKind::Dark;
  const QColor main = given.main.isValid() ? given.main : theme.accent;
  const QColor skin = given.skin.isValid() ? given.skin : QColor(0xED, 0xB9, 0x8F);
  const QColor hair = given.hair.isValid() ? given.hair : hairOn(theme, QColor(0x3A, 0x2A, 0x1E));
  replace("#ff00ff", main);
  replace("#ff00aa", mix(main, Qt::black, 0.22));
  replace("#ff0055", dark ? mix(main, QColor(0x8A, 0x97, 0xA5), 0.55) : mix(main, Qt::black, 0.58));
  replace("#ffaaff", mix(main, Qt::white, 0.42));
  replace("#00ffff", skin);
  replace("#00aaaa", mix(skin, QColor(0x7A, 0x2E, 0x1C), 0.22));
  replace("#aa0055", QColor(0x21, 0x17, 0x13));  // eyes and mouth
  replace("#00ff00", hair);
  replace.hide("#00ff55", given.haircut != Haircut::Long, hair);
  replace.hide("#00ffaa", given.haircut != Haircut::Bun, hair);
  replace.hide("#00aa55", given.haircut != Haircut::Long, contourOn(theme));
  replace.hide("#00aa00", given.haircut != Haircut::Bun, contourOn(theme));
  replace.hide("#aaff00", given.basket < 1, QColor(0xF0, 0xC2, 0x3B));
  replace.hide("#aaff55", given.basket < 2, QColor(0xD5, 0x5E, 0x35));
  replace.hide("#aaffaa", given.basket < 3, QColor(0x63, 0xB5, 0xE5));
}

void replaceShop(Replacer& replace, const Theme& theme) {
  const bool dark = theme.kind == ThemeKind::Dark, print = theme.kind == ThemeKind::Print;
  const auto pick = [&](QRgb light, QRgb on_dark, QRgb on_print) {
    return QColor::fromRgb(print ? on_print : dark ? on_dark : light);
  };
  const QColor teal = dark ? mix(theme.accent, Qt::black, 0.22) : theme.accent;
  replace("#0000ff", theme.art_outline);                         // outline of pale things
  replace("#0055aa", contourOn(theme));                          // contour around figures
  replace("#0000aa", pick(0xFF26323D, 0xFF4E5A66, 0xFF14191F));  // ink
  replace("#5500ff", pick(0xFFFBF8F1, 0xFFDDE3E7, 0xFFFFFFFF));  // white things
  replace("#5555ff", pick(0xFFE8E2D4, 0xFFB7C0C8, 0xFFE8E8E8));  // their shade
  replace("#aa00ff", theme.counter_front);
  replace("#aa55ff", mix(theme.counter_front, dark ? QColor(Qt::black) : theme.counter_top, dark ? 0.2 : 0.14));
  replace("#5500aa", theme.counter_top);  // belt, poles
  replace("#5555aa", mix(theme.counter_top, dark ? Qt::black : Qt::white, 0.22));
  replace("#00aaff", teal);
  replace("#0055ff", mix(teal, Qt::black, 0.25));
  replace("#ffaa00", theme.shelf_back);
  replace("#ff5500", theme.shelf_wood);
  replace("#aa5500", pick(0xFFD9D2C4, 0xFFA59C8B, 0xFFEDEAE3));  // basket
  replace("#aa5555", pick(0xFFC2B9A7, 0xFF8B8373, 0xFFCFC9BD));  // its shade
  replace("#ffff00", theme.sign_fill);
  replace("#aaaa00", theme.sign_edge);
  replace("#ffff55", theme.bell_fill);
  replace("#aaaa55", theme.bell_edge);
  replace("#ffaa55", theme.bell_text);
  replace("#55aa00", theme.rope);
  replace("#55ff55", theme.sheet);
  replace("#55aa55", mix(theme.sheet, theme.text, 0.14));  // ruled lines
  replace("#55ff00", theme.ticket_paper);
}

}  // namespace

ArtColours customerColours(TaskId task, const Theme& theme) {
  ArtColours colours = lookOf(task, theme);
  colours.main = theme.task(task);
  return colours;
}

ArtColours assistantColours(unsigned core, const Theme& theme) {
  ArtColours colours = lookOf(core * 3 + 2, theme);  // other looks than those of the first customers
  if (colours.haircut == Haircut::Bun) colours.haircut = Haircut::Long;  // under a cap
  return colours;
}

QByteArray artSource(Art art, ArtDetail detail) {
  initArtResource();
  QFile file(QStringLiteral(":/art/%1%2.svg")
                 .arg(QLatin1String(artFile(art).name), QLatin1String(detail == ArtDetail::Tiny ? "-tiny" : "")));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray colouredSource(const QByteArray& source, const ArtColours& colours, const Theme& theme) {
  Replacer replace;
  replaceFigure(replace, colours, theme);
  replaceShop(replace, theme);
  return replace.applyTo(source);
}

}  // namespace threadmart
