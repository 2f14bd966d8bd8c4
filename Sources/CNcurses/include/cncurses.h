/// The only door to curses. Swift sees this header and never <curses.h>, whose macros and globals it cannot import.
///
/// One screen, one thread. The shim draws, waits and restores; it decides nothing: what a key means, which colours
/// are used and when to stop is settled in Swift.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Width and height in cells.
typedef struct {
    int32_t columns;
    int32_t rows;
} tty_size;

// --- Before the screen is opened -------------------------------------------------------------------------------

/// Makes characters mean UTF-8 (or, if not `utf8`, bytes) in this process.
///
/// For UTF-8 the environment's own locale is tried first, then `C.UTF-8` and its usual spellings.
/// Returns the name of the locale now in force, or NULL when the system has no UTF-8 locale at all.
const char *tty_use_locale(bool utf8);

/// What the terminal database says about a terminal type.
typedef struct {
    bool found;        ///< There is a description.
    bool usable;       ///< The cursor can be placed, so that a full screen can be drawn.
    bool mouse;        ///< Mouse events are described.
    bool direct_color; ///< Colours are given as red, green and blue.
    int32_t colors;    ///< Number of colours; 0 for none.
} tty_description;

/// Looks a terminal type up without touching the terminal.
tty_description tty_describe(const char *term);

/// Whether standard output is a terminal.
bool tty_is_terminal(void);

/// Name and version of the curses library.
const char *tty_library(void);

// --- The screen ------------------------------------------------------------------------------------------------

typedef enum {
    TTY_OPENED,
    TTY_NOT_A_TERMINAL, ///< Standard output, or every candidate for input, is no terminal.
    TTY_NO_DESCRIPTION, ///< The terminal type is unknown or cannot place the cursor.
    TTY_SYSTEM_ERROR,   ///< A system call failed; see `tty_error_number`.
} tty_open_result;

typedef struct {
    const char *term; ///< The terminal type to look up.
    int32_t colors;   ///< 0, 8, 256 or 0x1000000; what the description lacks is added to a copy of it.
    bool mouse;       ///< Report clicks and the wheel.
} tty_options;

/// Enters full-screen mode: alternate screen, no echo, keys one by one, hidden cursor, signals caught.
tty_open_result tty_open(const tty_options *options);

/// `errno` of the last TTY_SYSTEM_ERROR.
int32_t tty_error_number(void);

/// What the system calls an error number.
const char *tty_error_text(int32_t number);

/// Leaves full-screen mode and puts everything back; does nothing when no screen is open.
void tty_close(void);

/// How many colours the open screen has: 0, 8, 256 or 0x1000000.
int32_t tty_colors(void);

/// The size of the open screen.
tty_size tty_get_size(void);

typedef enum {
    TTY_BOLD = 1,
    TTY_DIM = 2,
    TTY_UNDERLINE = 4,
    TTY_REVERSE = 8,
} tty_attribute;

/// Says how cells of style `style` (0-based, below `tty_style_limit`) look.
///
/// Colours are −1 for the terminal's own, a palette index, or 0xRRGGBB on a screen of 0x1000000 colours.
void tty_define_style(int32_t style, uint32_t attributes, int32_t foreground, int32_t background);

/// How many styles there can be.
int32_t tty_style_limit(void);

/// Puts one character, a base with up to four combining marks, at a 0-based place; shown by `tty_flush`.
void tty_put(int32_t column, int32_t row, const uint32_t *scalars, int32_t count, int32_t style);

/// Writes to the terminal what has changed.
void tty_flush(void);

// --- Waiting ---------------------------------------------------------------------------------------------------

typedef enum {
    TTY_TIMEOUT,
    TTY_BYTES,   ///< Bytes from the keyboard or the mouse.
    TTY_RESIZED, ///< The window has another size; `tty_get_size` knows it.
    TTY_RESUMED, ///< The process was stopped and continued; the screen must be shown again.
    TTY_SIGNAL,  ///< SIGTERM, SIGHUP, SIGINT or SIGQUIT.
    TTY_END,     ///< The terminal is gone.
    TTY_READY,   ///< The descriptor that was to be waited for too can be read.
} tty_event_kind;

typedef struct {
    tty_event_kind kind;
    int32_t signal; ///< For TTY_SIGNAL.
    int32_t count;  ///< For TTY_BYTES.
    uint8_t bytes[256];
} tty_event;

/// Waits for one event; `timeout_ms` < 0 waits without any wake-up, `descriptor` < 0 for the terminal alone.
///
/// A stop (`^Z`) is carried out in here: the terminal is restored, the process stops, and TTY_RESUMED follows.
tty_event tty_wait(int64_t timeout_ms, int32_t descriptor);

/// Leaves the terminal to another program, such as an editor, until `tty_resume`.
///
/// Meanwhile `^C` and `^\` are for that program alone, and `^Z` stops this one with it.
void tty_suspend(void);

/// Takes the terminal back; the whole screen must be shown again.
void tty_resume(void);

#endif
