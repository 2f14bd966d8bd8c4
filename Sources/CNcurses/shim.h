/// What the files of the shim share; not seen by Swift.
#ifndef SHIM_H
#define SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#define NCURSES_WIDECHAR 1

#include "cncurses.h"

#include <signal.h>

// description.c

/// A copy of the description of `term` with `colors` colours, in the form that $TERMINFO takes; NULL when it needs no
/// change or cannot be made. The caller frees it.
char *description_with_colors(const char *term, int32_t colors);

// screen.c

/// Leaves full-screen mode so that the process can stop; `screen_resume` undoes it.
void screen_suspend(void);
void screen_resume(void);
/// Gives the screen the size of the window; whether it had another one.
bool screen_resize(void);
/// File descriptor that keys are read from.
int screen_input(void);

// restore.c

/// Remembers the terminal's settings and prepares the bytes that bring it back, for use in a signal handler.
bool restore_prepare(int output);
/// Appends one string of the terminal description to these bytes.
void restore_add(const char *capability);
/// Whether the terminal is in full-screen mode now.
void restore_arm(bool armed);
/// Writes the bytes and the settings; async-signal-safe; once.
void restore_now(void);
/// Keeps what is written to standard error, while it would land on the full screen, for afterwards.
void restore_hold_errors(void);
/// Shows what was kept; async-signal-safe.
void restore_release_errors(void);

// signals.c

/// Catches signals; false when no pipe could be had.
bool signals_catch(void);
/// Puts the former handlers back.
void signals_release(void);
/// Leaves `^C`, `^\` and `^Z` to the program that has the terminal now; `signals_reclaim` undoes it.
void signals_lend(void);
void signals_reclaim(void);

#endif
