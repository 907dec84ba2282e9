#pragma once

#include "models/rules/ProtocolDefinition.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ferry::ui {

class PortRangeEdit;

/// The primary or the secondary connections of a protocol definition, one a row: direction, ports, remove.
/// Ranges that overlap are refused at their own row.
class ConnectionList final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Primary, Secondary };

    explicit ConnectionList(Kind kind, QWidget *parent = nullptr);

    void setConnections(const QList<ProtocolConnection> &connections);
    /// The rows that can be read.
    [[nodiscard]] QList<ProtocolConnection> connections() const;
    [[nodiscard]] std::optional<Error> problem() const;
    void setLocked(bool locked);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget *widget;
        QComboBox *direction;
        PortRangeEdit *ports;
        QLabel *role;
        QToolButton *remove;
    };

    void addRow(const std::optional<ProtocolConnection> &connection);
    void removeRow(QWidget *widget);
    void refresh();

    Kind m_kind;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
    QList<Row> m_rows;
    bool m_locked = false;
};

} // namespace ferry::ui
