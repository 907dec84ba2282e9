// Linked into every program that clang builds with ThreadSanitizer: it goes between our code and two libraries, where
// the sanitizer misunderstands them. What our own code races about stays visible.
#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <sanitizer/tsan_interface.h>

#include <dlfcn.h>
#include <sched.h>

#include <cstdarg>
#include <functional>

// QProcess starts programs by clone(CLONE_VM | CLONE_VFORK), as vfork(2) does. From version 16 on, clang's interceptor
// takes that for fork(2): in the memory that it shares with its parent the child marks the parent's thread as forked,
// and the runtime gives up ("CHECK failed: tsan_rtl.cpp ... thr->slot"). The interceptor is a weak symbol; this one
// goes past it to the C library.
extern "C" int clone(int (*function)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    using Clone = int (*)(int (*)(void *), void *, int, void *, void *, void *, void *);
    static const Clone real = reinterpret_cast<Clone>(dlsym(RTLD_NEXT, "clone"));
    va_list more;
    va_start(more, argument);
    void *const parentTid = va_arg(more, void *);
    void *const tls = va_arg(more, void *);
    void *const childTid = va_arg(more, void *);
    va_end(more);
    return real(function, stack, flags, argument, parentTid, tls, childTid);
}

namespace {

/// The function of that mangled name which ours stands in front of.
template <class Function>
Function *behind(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

/// A functor for QMetaObject::invokeMethod, wrapped so that the sanitizer is told what Qt orders: the call comes after
/// the post, and the end of the functor after both. (The lock of the event queue and the count of the functor's users
/// are inside Qt, which is not instrumented.)
class OrderedSlot final : public QtPrivate::QSlotObjectBase {
public:
    explicit OrderedSlot(QSlotObjectBase *slot) : QSlotObjectBase(&OrderedSlot::act), m_slot(slot)
    {
        __tsan_release(this);
    }

private:
    static void act(int which, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *)
    {
        auto *self = static_cast<OrderedSlot *>(base);
        __tsan_acquire(self);
        if (which == Call) {
            self->m_slot->call(receiver, arguments);
            __tsan_release(self);
            __tsan_release(receiver); // for a caller that waits
        } else if (which == Destroy) {
            self->m_slot->destroyIfLastRef();
            delete self;
        }
    }

    QSlotObjectBase *m_slot;
};

/// The same for a function that a thread of a pool carries out.
class OrderedTask final : public QRunnable {
public:
    explicit OrderedTask(std::function<void()> function) : m_function(std::move(function)) { __tsan_release(this); }

    void run() override
    {
        __tsan_acquire(this);
        m_function();
    }

private:
    std::function<void()> m_function;
};

} // namespace

#define INVOKE "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv"
#define POOL_START "_ZN11QThreadPool5startESt8functionIFvvEEi"
#define THREAD_START "_ZN7QThread5startENS_8PriorityE"
#define THREAD_WAIT "_ZN7QThread4waitE14QDeadlineTimer"

// These functions of Qt as our code calls them; Qt's own calls go past ours.
extern "C" {
bool ferrygateInvoke(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result) __asm__(
    INVOKE);
void ferrygatePoolStart(QThreadPool *pool, std::function<void()> function, int priority) __asm__(POOL_START);
void ferrygateThreadStart(QThread *thread, QThread::Priority priority) __asm__(THREAD_START);
bool ferrygateThreadWait(QThread *thread, QDeadlineTimer deadline) __asm__(THREAD_WAIT);
}

bool ferrygateInvoke(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    static const auto real = behind<decltype(ferrygateInvoke)>(INVOKE);
    const bool isCalled = real(object, new OrderedSlot(slot), type, result);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(object);
    return isCalled;
}

void ferrygatePoolStart(QThreadPool *pool, std::function<void()> function, int priority)
{
    pool->start(new OrderedTask(std::move(function)), priority);
}

// The end of a thread comes before what follows its wait().
void ferrygateThreadStart(QThread *thread, QThread::Priority priority)
{
    static const auto real = behind<decltype(ferrygateThreadStart)>(THREAD_START);
    QObject::connect(thread, &QThread::finished, thread, [thread] { __tsan_release(thread); }, Qt::DirectConnection);
    real(thread, priority);
}

bool ferrygateThreadWait(QThread *thread, QDeadlineTimer deadline)
{
    static const auto real = behind<decltype(ferrygateThreadWait)>(THREAD_WAIT);
    const bool hasEnded = real(thread, deadline);
    if (hasEnded)
        __tsan_acquire(thread);
    return hasEnded;
}
