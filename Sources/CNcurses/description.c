/// Descriptions of terminals: looking them up, and adding colours to one.
///
/// Most terminals show 24-bit colour and say so only in $COLORTERM; their description has 8 or 256. The library keeps its
/// description to itself, but accepts a compiled one from $TERMINFO in base 64. So the description found is written out again
/// with other colours. Format: term(5), "extended number format"; the prefixes: terminfo(5), "Fetching Compiled Descriptions".
#include "shim.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

/// `setupterm` with its outcome as a value instead of an exit.
static bool look_up(const char *term) {
    int outcome = 0;
    return term && *term && setupterm(term, 1, &outcome) == OK && outcome == 1;
}

static bool has(const char *string) { return string != NULL && string != (char *)-1; }

static bool is_direct(void) {
    return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || has(tigetstr("RGB"));
}

tty_description tty_describe(const char *term) {
    tty_description description = {0};
    if (!look_up(term)) return description;
    int colors = tigetnum("colors");
    description.found = true;
    description.usable = has(tigetstr("cup")) && !generic_type && !hard_copy;
    description.mouse = has(tigetstr("kmous"));
    description.direct_color = is_direct();
    description.colors = colors > 0 && has(tigetstr("setaf")) ? colors : 0;
    del_curterm(cur_term);
    return description;
}

const char *tty_library(void) { return curses_version(); }

/// Little-endian bytes in the making; `ok` falls when they would not fit into what the library accepts.
typedef struct {
    unsigned char bytes[32768];
    size_t count;
    bool ok;
} buffer;

static void add_byte(buffer *out, unsigned value) {
    if (out->count == sizeof out->bytes) {
        out->ok = false;
        return;
    }
    out->bytes[out->count++] = value & 0xFF;
}

static void add_short(buffer *out, unsigned value) {
    add_byte(out, value);
    add_byte(out, value >> 8);
}

static void add_long(buffer *out, unsigned long value) {
    add_short(out, value & 0xFFFF);
    add_short(out, (value >> 16) & 0xFFFF);
}

/// The characters of a string and the zero after them.
static void add_text(buffer *out, const char *text) {
    do add_byte(out, (unsigned char)*text);
    while (*text++);
}

static void align(buffer *out) {
    if (out->count % 2) add_byte(out, 0);
}

static char *base64(const buffer *in) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *text = malloc(4 + (in->count + 2) / 3 * 4 + 1);
    if (!text) return NULL;
    char *to = stpcpy(text, "b64:");
    for (size_t i = 0; i < in->count; i += 3) {
        size_t left = in->count - i;
        unsigned long group = (unsigned long)in->bytes[i] << 16;
        if (left > 1) group |= (unsigned long)in->bytes[i + 1] << 8;
        if (left > 2) group |= in->bytes[i + 2];
        *to++ = digits[group >> 18 & 63];
        *to++ = digits[group >> 12 & 63];
        *to++ = left > 1 ? digits[group >> 6 & 63] : '=';
        *to++ = left > 2 ? digits[group & 63] : '=';
    }
    *to = '\0';
    return text;
}

/// How the numbers of a palette or the parts of a colour become an escape sequence; `plane` is 3 for the foreground, 4 for the
/// background.
static const char *color_string(int32_t colors, int plane) {
    bool front = plane == 3;
    if (colors == 8) return front ? "\033[3%p1%dm" : "\033[4%p1%dm";
    if (colors == 256) return front ? "\033[38;5;%p1%dm" : "\033[48;5;%p1%dm";
    return front ? "\033[38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"
                 : "\033[48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm";
}

/// A string capability of the new description: the terminal's own, unless colours are involved.
static const char *string_at(const TERMTYPE *type, unsigned index, int32_t colors) {
    const char *name = strnames[index];
    if (!strcmp(name, "setaf")) return color_string(colors, 3);
    if (!strcmp(name, "setab")) return color_string(colors, 4);
    if (!strcmp(name, "op")) return "\033[39;49m";
    static const char *const without[] = {"setf", "setb", "initc", "initp", "scp", "oc"};
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        if (!strcmp(name, without[i])) return NULL;
    }
    const char *own = index < type->num_Strings ? type->Strings[index] : NULL;
    return has(own) ? own : NULL;
}

static long number_at(const char *name, int32_t colors) {
    if (!strcmp(name, "colors")) return colors;
    if (!strcmp(name, "pairs")) return colors == 8 ? 64 : 32767;
    if (!strcmp(name, "ncv")) return -1; // Attributes do not go with colours: not so in anything that has these colours.
    return tigetnum(name);
}

/// The extended section, with what matters here: RGB for direct colour, U8 for line drawing.
static void add_extensions(buffer *out, bool direct) {
    long u8 = tigetnum("U8");
    unsigned booleans = direct ? 1 : 0, numbers = u8 >= 0 ? 1 : 0;
    if (booleans + numbers == 0) return;
    unsigned size_of_rgb = direct ? sizeof "RGB" : 0, size_of_u8 = numbers ? sizeof "U8" : 0;
    align(out);
    add_short(out, booleans);
    add_short(out, numbers);
    add_short(out, 0); // no strings
    add_short(out, booleans + numbers); // strings in the table: the names
    add_short(out, size_of_rgb + size_of_u8);
    if (booleans) add_byte(out, 1);
    align(out);
    if (numbers) add_long(out, (unsigned long)u8);
    if (booleans) add_short(out, 0);
    if (numbers) add_short(out, size_of_rgb);
    if (booleans) add_text(out, "RGB");
    if (numbers) add_text(out, "U8");
}

static unsigned length_of(const char *const *names) {
    unsigned count = 0;
    while (names[count]) count++;
    return count;
}

/// Writes the description of `cur_term` with other colours.
static void write_description(buffer *out, int32_t colors) {
    const TERMTYPE *type = (const TERMTYPE *)cur_term;
    unsigned booleans = length_of(boolnames), numbers = length_of(numnames), strings = length_of(strnames);
    size_t table_size = 0;
    for (unsigned i = 0; i < strings; i++) {
        const char *string = string_at(type, i, colors);
        if (string) table_size += strlen(string) + 1;
    }
    out->ok = table_size < 0x7FFF;
    add_short(out, 01036); // 32-bit numbers
    add_short(out, (unsigned)strlen(type->term_names) + 1);
    add_short(out, booleans);
    add_short(out, numbers);
    add_short(out, strings);
    add_short(out, (unsigned)table_size);
    add_text(out, type->term_names);
    for (unsigned i = 0; i < booleans; i++) {
        bool is_palette_change = !strcmp(boolnames[i], "ccc");
        add_byte(out, !is_palette_change && tigetflag(boolnames[i]) > 0);
    }
    align(out);
    for (unsigned i = 0; i < numbers; i++) {
        long number = number_at(numnames[i], colors);
        add_long(out, (unsigned long)(number < 0 ? -1 : number));
    }
    unsigned offset = 0;
    for (unsigned i = 0; i < strings; i++) {
        const char *string = string_at(type, i, colors);
        add_short(out, string ? offset : 0xFFFF);
        if (string) offset += (unsigned)strlen(string) + 1;
    }
    for (unsigned i = 0; i < strings; i++) {
        const char *string = string_at(type, i, colors);
        if (string) add_text(out, string);
    }
    add_extensions(out, colors > 256);
}

char *description_with_colors(const char *term, int32_t colors) {
    tty_description own = tty_describe(term);
    if (!own.found || own.colors >= colors) return NULL;
    if (!look_up(term)) return NULL;
    buffer *out = calloc(1, sizeof *out);
    char *text = NULL;
    if (out) {
        write_description(out, colors);
        if (out->ok) text = base64(out);
        free(out);
    }
    del_curterm(cur_term);
    return text;
}
