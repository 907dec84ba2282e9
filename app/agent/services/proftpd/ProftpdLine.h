#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace ferry::agent {

/// One directive as it stands in a file: where its words are, so that some of them can be replaced and every other
/// byte kept.
struct ProftpdLine {
    struct Word {
        QByteArray text;  ///< without quotes
        qsizetype begin = 0;  ///< in `raw`, with quotes
        qsizetype end = 0;
    };

    qsizetype first = 0;  ///< index of its first line in the file
    qsizetype count = 1;  ///< lines that it takes: a "\" before the line feed goes on
    QByteArray raw;       ///< those lines, with their endings
    QList<Word> words;    ///< empty: blank, or a comment

    /// The directive's name, or that of the section it opens or closes ("<virtualhost", "</global"), in lower case.
    [[nodiscard]] QByteArray key() const;
    /// The words behind the first; of a section without its ">".
    [[nodiscard]] QByteArrayList arguments() const;
    /// `raw` with its arguments replaced; indent, comment and ending stay.
    [[nodiscard]] QByteArray withArguments(const QByteArray &arguments) const;
};

/// `bytes` in lines, each with its ending.
[[nodiscard]] QByteArrayList linesOf(const QByteArray &bytes);

/// The directive that begins in line `first`, read as ProFTPD reads it: pr_fsio_getline(), pr_parser_read_line(),
/// pr_str_get_word(). A comment may stand behind the words; quotes hold a word together, and "\" escapes within them.
[[nodiscard]] ProftpdLine readProftpdLine(const QByteArrayList &lines, qsizetype first);

} // namespace ferry::agent
