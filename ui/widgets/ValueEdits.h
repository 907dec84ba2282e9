#pragma once

#include "models/base/Address.h"
#include "models/base/PortRange.h"
#include "ui/widgets/FieldEdit.h"

#include <optional>

namespace ferry::ui {

/// "21" or "5000-5003". Empty text is no range where that is allowed.
class PortRangeEdit final : public FieldEdit {
    Q_OBJECT
public:
    enum class Empty { Allowed, Refused };

    explicit PortRangeEdit(Empty empty = Empty::Refused, QWidget *parent = nullptr);

    /// Nothing for empty or unusable text; isValid() tells them apart.
    [[nodiscard]] std::optional<PortRange> value() const;
    void setValue(const std::optional<PortRange> &range);
    /// Only a single port may be given, as for a listener.
    void setSinglePort(bool single);

protected:
    [[nodiscard]] QString problemIn(const QString &text) const override;

private:
    Empty m_empty;
    bool m_single = false;
};

/// An IPv4 or IPv6 address.
class AddressEdit final : public FieldEdit {
    Q_OBJECT
public:
    enum class Empty { Allowed, Refused };

    explicit AddressEdit(Empty empty = Empty::Refused, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<Address> value() const;
    void setValue(const std::optional<Address> &address);

protected:
    [[nodiscard]] QString problemIn(const QString &text) const override;

private:
    Empty m_empty;
};

/// Networks in CIDR form, separated by commas or blanks; empty: clients on any network.
class NetworksEdit final : public FieldEdit {
    Q_OBJECT
public:
    explicit NetworksEdit(QWidget *parent = nullptr);

    [[nodiscard]] QList<Network> value() const;
    void setValue(const QList<Network> &networks);

protected:
    [[nodiscard]] QString problemIn(const QString &text) const override;
};

} // namespace ferry::ui
