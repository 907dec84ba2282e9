#include "models/store/JsonCursor.h"
#include "models/store/ProblemList.h"
#include "models/store/RuleSetReader.h"
#include "models/store/RuleSetWriter.h"

#include <simdjson.h>

#include <cstdlib>

using namespace ferry;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

// Whatever is accepted can be saved and read again, and what is refused has a place in the text.
void readAndBack(const QByteArray &text)
{
    const auto set = readRuleSet(text);
    if (set) {
        const QByteArray again = ruleSetText(*set);
        const auto second = readRuleSet(again);
        require(second.has_value() && *second == *set && ruleSetText(*second) == again);
        return;
    }
    require(!set.error().isEmpty() && set.error().size() <= maxLoadProblems + 1);
    const auto lines = text.count('\n') + 1;
    int line = 1;
    int column = 1;
    for (const LoadProblem &problem : set.error()) {
        require(problem.line > line || (problem.line == line && problem.column >= column));
        require(problem.line <= lines && problem.column <= text.size() + 1 && !problem.error.why.isEmpty());
        line = problem.line;
        column = problem.column;
    }
}

// Our own walk through JSON accepts the same texts as simdjson, but for depth and for numbers beyond 64 bits.
void compareWithSimdjson(const QByteArray &text)
{
    JsonCursor cursor(text);
    cursor.skip();
    const bool isOurs = cursor.finish() && firstInvalidUtf8(text) < 0;

    static simdjson::dom::parser parser;
    simdjson::error_code error = parser.allocate(1 << 20, JsonCursor::maxDepth + 1);
    if (error == simdjson::SUCCESS)
        error = parser.parse(text.constData(), static_cast<std::size_t>(text.size())).error();
    if (error == simdjson::DEPTH_ERROR || error == simdjson::NUMBER_ERROR || error == simdjson::CAPACITY)
        return;
    require(isOurs == (error == simdjson::SUCCESS) || (cursor.fault() && cursor.fault()->why.contains(u"levels deep")));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readAndBack(text);
    compareWithSimdjson(text);
    return 0;
}
