#pragma once

#include "models/edits/Edit.h"

#include <functional>

namespace ferry {

enum class Severity { Note, Warning, Error };

/// A way to cure a finding by one undoable edit.
struct QuickFix {
    QString label;  ///< on the button: "Set 5000–5003"
    std::function<EditPtr(const RuleSet &)> makeEdit;
};

/// What a check says about one object of the rule set.
struct Finding {
    QString code;  ///< stable, "FG101"; documented
    Severity severity = Severity::Warning;
    ObjectKind kind = ObjectKind::Rule;  ///< the subject
    QString subjectId;
    QString field;        ///< the setting it is about, as in the file: "filter.authTls"; may be empty
    QString title;        ///< "LIST will hang after 150"
    QString explanation;  ///< the consequence and why, in plain sentences
    QString part;  ///< what tells two findings of one code on one subject apart: a gateway, a site; may be empty
    QList<QuickFix> fixes;
};

} // namespace ferry
