#include "ui/sandbox/page.h"

#include <algorithm>
#include <utility>

#include <QDropEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/scenario/catalogue.h"
#include "ui/sandbox/customer_column.h"
#include "ui/sandbox/draft_reader.h"
#include "ui/sandbox/invitation.h"
#include "ui/sandbox/mime.h"
#include "ui/sandbox/palette.h"
#include "ui/sandbox/step_editor.h"
#include "ui/sandbox/step_words.h"

namespace threadmart {
namespace {

constexpr double kNarrow = 760;  // below this the palette is above the customers

QFrame* makeBar(QWidget* parent, const char* tone) {
  auto* bar = new QFrame(parent);
  bar->setProperty("role", "message");
  bar->setProperty("tone", QByteArray(tone));
  bar->hide();
  return bar;
}

}  // namespace

Draft emptyDraft() {
  Draft draft;
  draft.head.title = "My shop";
  draft.head.defaults.executor = "threads-gil";
  return draft;
}

SandboxPage::SandboxPage(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      title_(new PlainLineEdit(this)),
      description_(new PlainLineEdit(this)),
      examples_(new QPushButton("Examples", this)),
      problem_bar_(makeBar(this, "bad")),
      problem_(new QLabel(problem_bar_)),
      problem_link_(new QPushButton("Show me", problem_bar_)),
      note_bar_(makeBar(this, "")),
      note_(new QLabel(note_bar_)),
      note_close_(new QToolButton(note_bar_)),
      palette_(new SandboxPalette(this)),
      scroll_(new QScrollArea(this)) {
  model_.reset(emptyDraft());
  build();
  wire();
  setTheme(theme);
  startEmpty();
}

void SandboxPage::build() {
  setProperty("role", "page");
  setAttribute(Qt::WA_StyledBackground);
  setAcceptDrops(true);
  title_->setProperty("role", "title");
  title_->setPlaceholderText("Give it a title");
  title_->setAccessibleName("Title");
  description_->setProperty("role", "plain");
  description_->setPlaceholderText("What happens here? (a sentence for whoever opens it)");
  description_->setAccessibleName("Description");
  examples_->setToolTip("Start from a scenario of the catalogue; what is here can be brought back by undo");
  problem_link_->setProperty("role", "link");
  problem_link_->setAccessibleName("Show what has to be changed");
  note_close_->setProperty("role", "step");
  note_close_->setText("×");
  note_close_->setAccessibleName("Dismiss the note");
  for (QLabel* label : {problem_, note_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  auto* problem_row = new QHBoxLayout(problem_bar_);
  problem_row->addWidget(problem_, 1);
  problem_row->addWidget(problem_link_);
  auto* note_row = new QHBoxLayout(note_bar_);
  note_row->addWidget(note_, 1);
  note_row->addWidget(note_close_);

  auto* middle = new QWidget(scroll_);
  column_ = new CustomerColumn(model_, middle);
  invitation_ = new Invitation(middle);
  auto* stack = new QVBoxLayout(middle);
  stack->setContentsMargins(0, 0, 0, 0);
  stack->addWidget(invitation_);
  stack->addWidget(column_, 1);
  scroll_->setWidget(middle);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->viewport()->setAutoFillBackground(false);
  middle->setAutoFillBackground(false);

  body_ = new QBoxLayout(QBoxLayout::LeftToRight);
  body_->addWidget(palette_);
  body_->addWidget(scroll_, 1);
  auto* head = new QHBoxLayout;
  head->addWidget(title_, 1);
  head->addWidget(examples_);
  auto* page = new QVBoxLayout(this);
  page->addLayout(head);
  page->addWidget(description_);
  page->addWidget(problem_bar_);
  page->addWidget(note_bar_);
  page->addLayout(body_, 1);
}

void SandboxPage::wire() {
  for (QPushButton* button : {examples_, invitation_->exampleButton()}) {
    auto* menu = new QMenu(button);
    fillExampleMenu(*menu, [this](const std::string& name) { startFromExample(name); });
    button->setMenu(menu);
  }
  connect(title_, &QLineEdit::textEdited, &model_, &SandboxModel::setTitle);
  connect(description_, &QLineEdit::textEdited, &model_, &SandboxModel::setDescription);
  connect(invitation_->addButton(), &QPushButton::clicked, column_, &CustomerColumn::addCustomer);
  connect(palette_, &SandboxPalette::picked, column_, &CustomerColumn::put);
  connect(problem_link_, &QPushButton::clicked, this, &SandboxPage::focusProblem);
  connect(note_close_, &QToolButton::clicked, note_bar_, &QWidget::hide);
  connect(&model_, &SandboxModel::changed, this, &SandboxPage::showChange);
  connect(&model_.undoStack(), &QUndoStack::cleanChanged, this, &SandboxPage::showModified);
}

void SandboxPage::setTheme(const Theme& theme) {
  theme_ = theme;
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(18), px(12), px(10), px(12));
  layout()->setSpacing(px(8));
  body_->setSpacing(px(12));
  for (QFrame* bar : {problem_bar_, note_bar_}) {
    bar->layout()->setContentsMargins(px(12), px(6), px(8), px(6));
    bar->layout()->setSpacing(px(8));
  }
  note_close_->setFixedSize(px(26), px(26));
  invitation_->setTheme(theme);
  column_->setLook(theme, words_);
  arrange();
}

void SandboxPage::setWords(Words words) {
  words_ = words;
  column_->setLook(theme_, words);
}

void SandboxPage::arrange() {
  const bool narrow = width() < theme_.px(kNarrow);
  body_->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  palette_->setLook(theme_, narrow);
}

void SandboxPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void SandboxPage::setDefaults(const Defaults& defaults) {
  quiet_ = true;
  model_.setDefaults(defaults);
  quiet_ = false;
}

bool SandboxPage::load(const QByteArray& json, const std::string& file, std::vector<Problem>* problems) {
  DraftReading reading = readDraft(json.toStdString(), file);
  if (problems != nullptr) *problems = reading.problems;
  if (!reading.draft) return false;
  another_name_ = !reading.notes.empty();
  saved_defaults_ = reading.draft->head.defaults;
  showNotes(reading.notes);
  model_.reset(std::move(*reading.draft));
  return true;
}

void SandboxPage::startEmpty() {
  another_name_ = false;
  saved_defaults_ = emptyDraft().head.defaults;
  showNotes({});
  model_.reset(emptyDraft());
}

bool SandboxPage::startFromExample(const std::string& name) {
  try {
    const Scenario example = findScenario(name);
    DraftReading reading = readDraft(example.json(), name);
    if (!reading.draft) return false;
    another_name_ = true;
    model_.replace(std::move(*reading.draft), "starting from an example");
    showNotes(reading.notes);
    column_->focusOn({0, -1, {}});
    return true;
  } catch (const ScenarioError&) {
    return false;
  }
}

bool SandboxPage::isModified() const {
  return !model_.undoStack().isClean() || !sameDefaults(saved_defaults_, model_.draft().head.defaults);
}

void SandboxPage::markSaved() {
  another_name_ = false;
  saved_defaults_ = model_.draft().head.defaults;
  model_.undoStack().setClean();
  note_bar_->hide();
  showModified();
}

void SandboxPage::showChange() {
  const DraftHead& head = model_.draft().head;
  const auto show = [](PlainLineEdit* edit, const std::string& text) {
    if (edit->text() != QString::fromStdString(text)) edit->setText(QString::fromStdString(text));
  };
  show(title_, head.title);
  show(description_, head.description);
  const bool empty = model_.customers() == 0;
  invitation_->setVisible(empty);
  column_->addButton()->setVisible(!empty);
  showProblem();
  showModified();
  if (!quiet_) emit scenarioReady(model_.check().scenario);
}

void SandboxPage::showModified() {
  const bool modified = isModified();
  if (std::exchange(modified_, modified) != modified) emit modifiedChanged(modified);
}

void SandboxPage::showProblem() {
  const std::vector<DraftProblem>& problems = model_.check().problems;
  const bool title = std::any_of(problems.begin(), problems.end(), [](const DraftProblem& p) {
    return p.place == DraftPlace{-1, -1, "title"};
  });
  setTone(title_, title ? "bad" : "");
  const bool show = !problems.empty() && model_.customers() > 0;  // an empty sandbox invites instead
  problem_bar_->setVisible(show);
  if (!show) return;
  const DraftProblem& first = problems.front();
  QString text =
      placeText(first.place, model_.draft()) + ": " + QString::fromStdString(first.message) + "; fix it to run.";
  if (problems.size() > 1) text += " And " + numberText(static_cast<double>(problems.size() - 1)) + " more.";
  problem_->setText(text);
  problem_bar_->setAccessibleName(text);
}

void SandboxPage::showNotes(const std::vector<std::string>& notes) {
  QStringList lines;
  for (const std::string& note : notes) lines << QString::fromStdString(note);
  if (!lines.isEmpty()) lines << QStringLiteral("It is saved under another name.");
  note_->setText(lines.join(' '));
  note_bar_->setAccessibleName(note_->text());
  note_bar_->setVisible(!lines.isEmpty());
}

void SandboxPage::focusProblem() {
  if (model_.check().problems.empty()) return;
  const DraftPlace place = model_.check().problems.front().place;
  if (place.customer < 0) return title_->setFocus();
  column_->focusOn(place);
}

QString SandboxPage::problemText() const {
  return problem_bar_->isHidden() ? QString() : problem_->text();
}

QString SandboxPage::noteText() const {
  return note_bar_->isHidden() ? QString() : note_->text();
}

// Beside the customers: whoever is dropped there comes last. Files are the window's.
void SandboxPage::dragEnterEvent(QDragEnterEvent* event) {
  if (!event->mimeData()->hasUrls() && !readMime(*event->mimeData()).empty()) event->acceptProposedAction();
}

void SandboxPage::dropEvent(QDropEvent* event) {
  const Carried carried = readMime(*event->mimeData());
  const bool copy = event->proposedAction() == Qt::CopyAction;
  if (carried.empty()) return;
  event->acceptProposedAction();
  column_->focusOn(carried.customers.empty() ? dropSteps(model_, carried, -1, -1, copy)
                                             : dropCustomers(model_, carried, model_.customers(), copy));
}

}  // namespace threadmart
