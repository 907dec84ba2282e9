#include "tests/gui/shots/WindowShots.h"

#include "models/edits/Document.h"
#include "models/tables/LiveFindings.h"
#include "tests/gui/shots/SampleState.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace ferry::shots {

namespace {

const char *pageNames[] = {"overview", "rules", "protocols", "services", "gateways", "log", "sessions", "history"};

void save(const QDir &folder, QWidget &window, const QString &name, ui::Scheme scheme)
{
    // Twice: what is queued after the first round lays out once more.
    QApplication::processEvents();
    QApplication::processEvents();
    window.grab().save(folder.filePath(u"window-%1-%2.png"_s.arg(name, ui::schemeName(scheme))));
}

} // namespace

void drawWindow(const QDir &folder, ui::Scheme scheme)
{
    Document document;
    LiveFindings findings(&document);
    ui::LiveState live;
    ui::Intents intents;
    ui::MainWindow window(document, findings, live, intents);
    window.setScheme(scheme);
    window.resize(1440, 900);
    window.show();
    for (int page = 0; page < ui::pageCount; ++page) {
        window.setPage(static_cast<ui::PageId>(page));
        save(folder, window, u"empty-"_s + QString::fromLatin1(pageNames[page]), scheme);
    }

    const RuleSet example = exampleRuleSet();
    document.load(example);
    window.setFile(u"rule-sets/example.ferrygate.json"_s);
    fillLiveState(live, example);
    findings.finish();
    for (int page = 0; page < ui::pageCount; ++page) {
        window.setPage(static_cast<ui::PageId>(page));
        auto *table = window.findChild<QTableView *>(QString::fromLatin1(pageNames[page]) + u"Table"_s);
        if (table != nullptr && table->model()->rowCount() > 2)
            table->setCurrentIndex(table->model()->index(page == static_cast<int>(ui::PageId::Log) ? 3 : 0, 2));
        save(folder, window, QString::fromLatin1(pageNames[page]), scheme);
    }
    window.setPage(ui::PageId::Rules);
    window.showFirstRunHint(true);
    window.showNotice(ui::MessageStrip::Kind::Good,
        u"Partner files was restarted in 420 ms: process 4711 listens on port 21 and greets with “220 Partner files”."_s);
    save(folder, window, u"rules-notices"_s, scheme);
    window.findChild<QLineEdit *>(u"search"_s)->setText(u"nothing like this"_s);
    save(folder, window, u"rules-nohit"_s, scheme);
    window.resize(1024, 680);
    window.findChild<QLineEdit *>(u"search"_s)->clear();
    window.showFirstRunHint(false);
    save(folder, window, u"rules-small"_s, scheme);
}

} // namespace ferry::shots
