#include "ui/dialogs/CommandListEdit.h"

#include "ui/dialogs/FilterConsequence.h"

#include <QStringList>

namespace ferry::ui {

CommandListEdit::CommandListEdit(QWidget *parent) : FieldEdit(parent)
{
    validate();
}

QList<QString> CommandListEdit::value() const
{
    return parseCommands(text()).value_or(QList<QString>());
}

void CommandListEdit::setValue(const QList<QString> &commands)
{
    if (commands != value())
        setText(QStringList(commands).join(QStringLiteral(", ")));
}

std::optional<Error> CommandListEdit::problem() const
{
    const auto commands = parseCommands(text());
    return commands ? std::nullopt : std::optional(commands.error());
}

QString CommandListEdit::problemIn(const QString &text) const
{
    const auto commands = parseCommands(text);
    return commands ? QString() : commands.error().text();
}

} // namespace ferry::ui
