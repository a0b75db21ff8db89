package com.regulars.segment.web;

import com.regulars.segment.rating.DensityCell;
import com.regulars.segment.run.SegmentRun;
import com.regulars.venue.MoneyFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The plot of visits × average spend as SVG shapes: cells coloured by quadrant in five steps, the two cut-off lines and
 * the words at the axes. Attributes only, the looks come from {@code segments.css}. The labels of the quadrants stand
 * outside of the cells, so that they hide nobody.
 */
record DensityPlot(List<Cell> cells, List<Tick> columns, List<Tick> rows, String frequencyX, String spendY) {

    static final double LEFT = 46;
    static final double TOP = 44;
    static final double COLUMN = 26.4;
    static final double ROW = 13;
    static final double RIGHT = LEFT + COLUMN * DensityCell.COLUMNS;
    static final double BOTTOM = TOP + ROW * DensityCell.ROWS;
    private static final int STEPS = 5;

    /** In rows, so that two words at the axis do not touch. */
    private static final double TICKS_APART = 1.1;

    /** 1, 2, 5, 10, 20, 50 and so on, in major units. */
    private static final List<Long> ROUND = LongStream.iterate(1, power -> power <= 1_000_000_000L, power -> power * 10)
            .flatMap(power -> LongStream.of(power, 2 * power, 5 * power))
            .boxed()
            .toList();

    /** One cell: where, how it looks, and what it says. */
    record Cell(String x, String y, String shape, DensityCell cell) {}

    /** One word at an axis. */
    record Tick(String at, String text) {}

    /** @param run whose cells these are; the cut-offs may be others, when they are only tried */
    static DensityPlot of(
            SegmentRun run, List<DensityCell> cells, long frequencyCut, long spendCut, MoneyFormat money) {
        var scale = new Scale(orOne(run.frequencyCut()), DensityCell.rowEdges(orOne(run.spendCutMinor())));
        double frequencyAt = Math.min(scale.column(frequencyCut), DensityCell.COLUMNS);
        double spendAt = Math.min(scale.row(spendCut), DensityCell.ROWS);
        long most = cells.stream().mapToLong(DensityCell::customers).max().orElse(1);
        return new DensityPlot(
                cells.stream()
                        .map(cell -> shape(cell, cell.column() + 0.5 > frequencyAt, cell.row() + 0.5 > spendAt, most))
                        .toList(),
                columns(scale),
                rows(scale, money),
                Svg.number(LEFT + frequencyAt * COLUMN),
                Svg.number(BOTTOM - spendAt * ROW));
    }

    private static Cell shape(DensityCell cell, boolean often, boolean high, long most) {
        String letter = high ? (often ? "b" : "a") : (often ? "d" : "c");
        long step = Math.clamp((long) Math.ceil(STEPS * Math.sqrt((double) cell.customers() / most)), 1, STEPS);
        return new Cell(
                Svg.number(LEFT + cell.column() * COLUMN),
                Svg.number(BOTTOM - (cell.row() + 1) * ROW),
                "cell cell-" + letter + " step-" + step,
                cell);
    }

    private static List<Tick> columns(Scale scale) {
        List<Tick> ticks = new ArrayList<>();
        for (int column = 0; column < DensityCell.COLUMNS; column++) {
            boolean last = column == DensityCell.COLUMNS - 1;
            if (column == 0 || column % 2 == 1) {
                ticks.add(new Tick(
                        Svg.number(LEFT + (column + 0.5) * COLUMN), scale.visitsFrom(column) + (last ? "+" : "")));
            }
        }
        return ticks;
    }

    /** Round amounts where there is room for them, and where the open-ended row begins. */
    private static List<Tick> rows(Scale scale, MoneyFormat money) {
        List<Tick> ticks = new ArrayList<>();
        double last = DensityCell.ROWS - 1.0;
        ticks.add(row(0, "0"));
        double free = TICKS_APART;
        for (long amount : ROUND) {
            double at = scale.row(amount * money.unit());
            if (at >= free && at <= last - TICKS_APART) {
                ticks.add(row(at, money.count(amount)));
                free = at + TICKS_APART;
            }
        }
        ticks.add(row(last, money.count(scale.rowEdges()[DensityCell.ROWS - 1] / money.unit()) + "+"));
        return ticks;
    }

    private static Tick row(double row, String text) {
        return new Tick(Svg.number(BOTTOM - row * ROW + 4), text);
    }

    private static long orOne(@org.jspecify.annotations.Nullable Long value) {
        return value == null ? 1 : value;
    }

    /** How the run laid its columns and rows. */
    private record Scale(long frequencyCut, Long[] rowEdges) {

        boolean unit() {
            return frequencyCut <= DensityCell.UNIT_COLUMNS;
        }

        double column(long visits) {
            return unit() ? visits - 1 : (double) visits * DensityCell.COLUMNS_BELOW_CUT / frequencyCut;
        }

        double row(long averageMinor) {
            for (int row = 1; row < rowEdges.length; row++) {
                if (averageMinor < rowEdges[row]) {
                    return row - (double) (rowEdges[row] - averageMinor) / (rowEdges[row] - rowEdges[row - 1]);
                }
            }
            return rowEdges.length - 1.0;
        }

        long visitsFrom(int column) {
            return unit()
                    ? column + 1
                    : Math.max(
                            1,
                            (column * frequencyCut + DensityCell.COLUMNS_BELOW_CUT - 1)
                                    / DensityCell.COLUMNS_BELOW_CUT);
        }
    }
}
