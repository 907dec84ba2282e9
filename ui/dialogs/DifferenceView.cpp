#include "ui/dialogs/DifferenceView.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

using Kind = DifferenceLine::Kind;

QString shown(const DifferenceLine &line)
{
    switch (line.kind) {
    case Kind::Same:
        return u"  "_s + line.text;
    case Kind::Removed:
        return u"\u2212 "_s + line.text;
    case Kind::Added:
        return u"+ "_s + line.text;
    case Kind::Gap:
        return DifferenceView::tr("  … %n unchanged lines", nullptr, line.before);
    }
    return {};
}

} // namespace

DifferenceView::DifferenceView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(fixedFont());
    document()->setDocumentMargin(8);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setObjectName(u"differenceView"_s);
    setAccessibleName(tr("Difference of the file"));
}

void DifferenceView::setTexts(const QString &before, const QString &after)
{
    m_lines = lineDifference(before, after);
    QStringList text;
    for (const DifferenceLine &line : std::as_const(m_lines))
        text << shown(line);
    setPlainText(m_lines.isEmpty() ? tr("Nothing changes in this file.") : text.join(u'\n'));
    tint();
}

void DifferenceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void DifferenceView::tint()
{
    const Colours &colours = coloursOf(palette());
    QList<QTextEdit::ExtraSelection> selections;
    for (qsizetype row = 0; row < m_lines.size(); ++row) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(row)));
        selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        switch (m_lines[row].kind) {
        case Kind::Same:
            continue;
        case Kind::Removed:
        case Kind::Added: {
            const Tint &colour = m_lines[row].kind == Kind::Added ? colours.good : colours.bad;
            selection.format.setForeground(colour.text);
            selection.format.setBackground(colour.surface);
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selection.cursor.clearSelection();
            QTextEdit::ExtraSelection words = selection;
            words.cursor.movePosition(QTextCursor::StartOfBlock);
            words.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            words.format.clearProperty(QTextFormat::FullWidthSelection);
            selections << selection;
            selection = words;
            break;
        }
        case Kind::Gap:
            selection.format.setForeground(colours.quietText);
            break;
        }
        selections << selection;
    }
    setExtraSelections(selections);
}

} // namespace ferry::ui
