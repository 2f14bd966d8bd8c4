/* The least that an ncurses program can do: the yardstick of bench.py.
 *
 *   bare fill               fills the screen with text once, and waits for a key
 *   bare replay FILE        draws the frames in FILE one after the other, a key each
 *
 * A frame is its lines, each ended by a line feed, after a line "frame ROWS"; colours and attributes are SGR sequences as
 * `netarium render --format ansi` writes them. It draws what the tutor draws, through the same library, with nothing else around it. */
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The pair of a foreground and a background (-1: the terminal's own), made when it is first needed. */
static int pair_of(int foreground, int background) {
    static int known[256][2], count = 1;
    for (int pair = 1; pair < count; pair++)
        if (known[pair][0] == foreground && known[pair][1] == background) return pair;
    if (foreground < 0 && background < 0) return 0;
    known[count][0] = foreground;
    known[count][1] = background;
    init_pair(count, foreground, background);
    return count++;
}

/* Writes a line whose SGR sequences set the attributes of what follows. */
static void put(int row, char *line) {
    attr_t attributes = A_NORMAL;
    int foreground = -1, background = -1;
    move(row, 0);
    while (*line) {
        char *escape = strchr(line, 27);
        if (escape) *escape = 0;
        attr_set(attributes, pair_of(foreground, background), NULL);
        addstr(line);
        if (!escape) break;
        line = escape + 2;
        for (;;) {
            int code = (int)strtol(line, &line, 10);
            if (code == 0) { attributes = A_NORMAL; foreground = background = -1; }
            if (code == 1) attributes |= A_BOLD;
            if (code == 2) attributes |= A_DIM;
            if (code == 4) attributes |= A_UNDERLINE;
            if (code == 7) attributes |= A_REVERSE;
            if ((code == 38 || code == 48) && strncmp(line, ";5;", 3) == 0) {
                int color = (int)strtol(line + 3, &line, 10);
                if (code == 38) foreground = color; else background = color;
            }
            if (*line++ == 'm') break;
        }
    }
    attr_set(A_NORMAL, 0, NULL);
    clrtoeol();
}

int main(int argc, char **argv) {
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    curs_set(0);
    start_color();
    use_default_colors();
    init_pair(1, COLOR_RED, -1);
    if (argc > 2 && strcmp(argv[1], "replay") == 0) {
        FILE *file = fopen(argv[2], "r");
        static char line[1 << 16];
        int row = 0;
        while (file && fgets(line, sizeof line, file)) {
            line[strcspn(line, "\n")] = 0;
            if (strncmp(line, "frame ", 6) == 0) {
                if (row > 0) {
                    refresh();
                    getch();
                }
                row = 0;
                continue;
            }
            put(row++, line);
        }
    } else {
        for (int row = 0; row < LINES; row++)
            for (int column = 0; column < COLS - 1; column++) {
                if (row % 3 == 0) attrset(COLOR_PAIR(1));
                else attrset(0);
                mvaddch(row, column, 'a' + (row * 7 + column) % 26);
            }
    }
    refresh();
    getch();
    endwin();
    return 0;
}
