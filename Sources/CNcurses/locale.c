/// What bytes and characters mean in this process. curses asks the locale, and a container often has none set.
#include "shim.h"

#include <langinfo.h>
#include <locale.h>
#include <strings.h>

static bool is_utf8(void) {
    const char *codeset = nl_langinfo(CODESET);
    return !strcasecmp(codeset, "UTF-8") || !strcasecmp(codeset, "UTF8");
}

const char *tty_use_locale(bool utf8) {
    if (!utf8) return setlocale(LC_CTYPE, "C");
    static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "POSIX.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = setlocale(LC_CTYPE, names[i]);
        if (name && is_utf8()) return name;
    }
    setlocale(LC_CTYPE, "C");
    return NULL;
}
