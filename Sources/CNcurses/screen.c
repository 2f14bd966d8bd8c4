/// The screen: opening, drawing, closing. Keys are not read through curses, which would take an unknown escape
/// sequence apart into an Escape key and letters; see `InputDecoder`.
#include "shim.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

/// Clicks and wheel (1000), with coordinates in decimal (1006); a terminal that lacks 1006 sends three bytes instead.
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

enum { STYLE_LIMIT = 256 };

static SCREEN *screen;
static FILE *output_stream, *input_stream;
static int input = -1, error_number;
static bool mouse_is_on;
static attr_t style_attributes[STYLE_LIMIT];

// --- Opening and closing ---------------------------------------------------------------------------------------

static tty_open_result system_error(void) {
    error_number = errno;
    return TTY_SYSTEM_ERROR;
}

int32_t tty_error_number(void) { return error_number; }

const char *tty_error_text(int32_t number) { return strerror(number); }

bool tty_is_terminal(void) { return isatty(STDOUT_FILENO); }

/// Keys come from standard input, or from the terminal itself when standard input is something else.
static bool open_streams(void) {
    int source = isatty(STDIN_FILENO) ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (source < 0) return false;
    input_stream = fdopen(source, "r");
    int target = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    output_stream = target < 0 ? NULL : fdopen(target, "w");
    if (!input_stream || !output_stream) return false;
    input = source;
    return true;
}

static void close_streams(void) {
    if (input_stream) fclose(input_stream);
    if (output_stream) fclose(output_stream);
    input_stream = output_stream = NULL;
    input = -1;
}

/// `newterm` with a description that has as many colours as are wanted.
static SCREEN *new_screen(const char *term, int32_t colors) {
    char *description = description_with_colors(term, colors);
    const char *set = getenv("TERMINFO");
    char *former = set ? strdup(set) : NULL;
    SCREEN *opened = NULL;
    if (description && setenv("TERMINFO", description, 1) == 0) opened = newterm(term, output_stream, input_stream);
    if (former) setenv("TERMINFO", former, 1);
    else unsetenv("TERMINFO");
    free(former);
    free(description);
    return opened ? opened : newterm(term, output_stream, input_stream);
}

/// Keys one by one and unaltered, `^Z`, `^C` and `^\` still as signals; no flow control, so that `^S` cannot freeze the screen.
static void set_keyboard_mode(void) {
    cbreak();
    noecho();
    nonl();
    struct termios settings;
    if (tcgetattr(input, &settings) != 0) return;
    settings.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ISTRIP);
    settings.c_lflag &= ~(tcflag_t)IEXTEN;
    tcsetattr(input, TCSADRAIN, &settings);
    def_prog_mode();
}

static void set_color_mode(int32_t wanted) {
    if (wanted < 8 || !has_colors() || start_color() != OK) return;
    use_default_colors();
}

static void write_now(const char *string) {
    fflush(output_stream);
    size_t left = strlen(string);
    while (left > 0) {
        ssize_t written = write(fileno(output_stream), string, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        string += written;
        left -= (size_t)written;
    }
}

static void enter(void) {
    if (mouse_is_on) write_now(mouse_on);
    restore_arm(true);
}

static void leave(void) {
    if (mouse_is_on) write_now(mouse_off);
    endwin();
    restore_arm(false);
}

static void prepare_restoring(void) {
    if (mouse_is_on) restore_add(mouse_off);
    restore_add(exit_attribute_mode);
    restore_add(orig_pair);
    restore_add(keypad_local);
    restore_add(exit_ca_mode ? exit_ca_mode : "\r\n");
    restore_add(cursor_normal);
}

tty_open_result tty_open(const tty_options *options) {
    if (screen) return TTY_OPENED;
    if (!isatty(STDOUT_FILENO)) return TTY_NOT_A_TERMINAL;
    tty_description description = tty_describe(options->term);
    if (!description.found || !description.usable) return TTY_NO_DESCRIPTION;
    if (!open_streams()) {
        close_streams();
        return TTY_NOT_A_TERMINAL;
    }
    if (!restore_prepare(fileno(output_stream)) || !signals_catch()) {
        tty_open_result result = system_error();
        close_streams();
        return result;
    }
    screen = new_screen(options->term, options->colors);
    if (!screen) {
        signals_release();
        close_streams();
        return TTY_NO_DESCRIPTION;
    }
    mouse_is_on = options->mouse && description.mouse;
    set_keyboard_mode();
    set_color_mode(options->colors);
    keypad(stdscr, TRUE);
    leaveok(stdscr, curs_set(0) != ERR);
    typeahead(-1); // A key waiting must not leave a frame half written.
    prepare_restoring();
    restore_hold_errors();
    enter();
    screen_resize();
    static bool registered;
    if (!registered) registered = atexit(tty_close) == 0;
    return TTY_OPENED;
}

void tty_close(void) {
    if (!screen) return;
    leave();
    delscreen(screen);
    screen = NULL;
    signals_release();
    close_streams();
    restore_release_errors();
}

void screen_suspend(void) {
    leave();
}

void screen_resume(void) {
    if (screen_resize()) werase(stdscr); // What was drawn for another size is not shown in this one.
    clearok(curscr, TRUE);               // What the screen shows now is not known.
    wrefresh(stdscr);
    enter();
}

void tty_suspend(void) {
    if (!screen) return;
    signals_lend();
    leave();
    restore_release_errors();
}

void tty_resume(void) {
    if (!screen) return;
    restore_hold_errors();
    screen_resume();
    signals_reclaim();
}

int screen_input(void) { return input; }

// --- Size ------------------------------------------------------------------------------------------------------

bool screen_resize(void) {
    struct winsize window;
    if (ioctl(fileno(output_stream), TIOCGWINSZ, &window) != 0 || window.ws_row == 0 || window.ws_col == 0) return false;
    if (window.ws_row == LINES && window.ws_col == COLS) return false;
    resizeterm(window.ws_row, window.ws_col);
    clearok(curscr, TRUE); // Terminals wrap and cut old lines each in their own way.
    return true;
}

tty_size tty_get_size(void) {
    if (!screen) return (tty_size){0, 0};
    return (tty_size){COLS, LINES};
}

// --- Drawing ---------------------------------------------------------------------------------------------------

int32_t tty_colors(void) {
    if (!screen || !has_colors() || COLORS < 8) return 0;
    return COLORS >= 0x1000000 ? 0x1000000 : COLORS >= 256 ? 256 : 8;
}

int32_t tty_style_limit(void) { return STYLE_LIMIT; }

void tty_define_style(int32_t style, uint32_t attributes, int32_t foreground, int32_t background) {
    if (!screen || style < 0 || style >= STYLE_LIMIT) return;
    attr_t set = A_NORMAL;
    if (attributes & TTY_BOLD) set |= A_BOLD;
    if (attributes & TTY_DIM) set |= A_DIM;
    if (attributes & TTY_UNDERLINE) set |= A_UNDERLINE;
    if (attributes & TTY_REVERSE) set |= A_REVERSE;
    style_attributes[style] = set;
    if (tty_colors() > 0 && style + 1 < COLOR_PAIRS) init_extended_pair(style + 1, foreground, background);
}

void tty_put(int32_t column, int32_t row, const uint32_t *scalars, int32_t count, int32_t style) {
    if (!screen || style < 0 || style >= STYLE_LIMIT) return;
    wchar_t text[CCHARW_MAX + 1] = {0};
    for (int32_t i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
    int pair = tty_colors() > 0 && style + 1 < COLOR_PAIRS ? style + 1 : 0;
    cchar_t cell;
    if (setcchar(&cell, text, style_attributes[style], (short)pair, &pair) == OK) {
        mvwadd_wchnstr(stdscr, row, column, &cell, 1);
    }
}

void tty_flush(void) {
    if (!screen) return;
    wnoutrefresh(stdscr);
    doupdate();
}
