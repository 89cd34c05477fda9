// Keeps every view of the window on the same recording, the same moment, the same selection and the same words.
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include "ui/words/words.h"

namespace threadmart {

class MainWindow;
class Player;
class Selection;
class ShownRecording;

class Views : public QObject {
  Q_OBJECT

 public:
  Views(MainWindow& window, const ShownRecording& shown, Player& player, Selection& selection);

  void setWords(Words words);
  Words words() const { return words_; }
  void setStatus(const QString& text);  // '12 of 40 customers served'

 private:
  void connectTimeline();
  void connectShop();
  void connectTransport();
  void startOver();
  void showRecording();
  void showShop();
  void showMoment();
  void showProcesses();
  void showSelected();
  void showHovered();
  void showRange();

  MainWindow& window_;
  const ShownRecording& shown_;
  Player& player_;
  Selection& selection_;
  Words words_ = Words::Shop;
  QElapsedTimer since_processes_;
};

}  // namespace threadmart
