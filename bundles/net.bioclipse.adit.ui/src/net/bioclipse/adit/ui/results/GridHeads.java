package net.bioclipse.adit.ui.results;

import java.util.List;

/** The heads of a grid's columns: how wide each is and what lies under a point. Lengths in pixels. */
final class GridHeads {

    /** Head and width of a column. */
    static final class Head {

        private final String title;
        private final String help;
        private final boolean right;
        private int width;

        /** @param right whether the values stand at the right edge of the column, and the title with them */
        Head(String title, String help, boolean right, int width) {
            this.title = title;
            this.help = help;
            this.right = right;
            this.width = width;
        }

        String title() {
            return title;
        }

        String help() {
            return help;
        }

        boolean right() {
            return right;
        }

        int width() {
            return width;
        }

        void width(int pixels) {
            width = Math.max(24, Math.min(1200, pixels));
        }
    }

    private static final int GRIP = 4;

    private List<Head> heads = List.of();
    private int scrolled;

    void set(List<Head> columns) {
        heads = List.copyOf(columns);
    }

    int count() {
        return heads.size();
    }

    Head get(int column) {
        return heads.get(column);
    }

    /** Scrolls to the right, as far as there is something. */
    void scroll(int pixels, int seen) {
        scrolled = Math.max(0, Math.min(pixels, width() - seen));
    }

    int scrolled() {
        return scrolled;
    }

    /** All columns together. */
    int width() {
        return heads.stream().mapToInt(Head::width).sum();
    }

    /** Where a column begins, left of 0 when it is scrolled away. */
    int left(int column) {
        return heads.subList(0, column).stream().mapToInt(Head::width).sum() - scrolled;
    }

    /** The column at a point, −1 where there is none. */
    int columnAt(int x) {
        int edge = -scrolled;
        for (int column = 0; column < heads.size(); column++) {
            edge += heads.get(column).width();
            if (x < edge) {
                return column;
            }
        }
        return -1;
    }

    /** The column whose right edge can be dragged at a point, −1 where there is none. */
    int gripAt(int x) {
        int edge = -scrolled;
        for (int column = 0; column < heads.size(); column++) {
            edge += heads.get(column).width();
            if (Math.abs(x - edge) <= GRIP) {
                return column;
            }
        }
        return -1;
    }
}
