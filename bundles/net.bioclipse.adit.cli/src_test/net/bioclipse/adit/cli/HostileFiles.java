package net.bioclipse.adit.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages good files in the ways in which files are damaged, by accident or on purpose: cut off, bits turned, numbers made
 * huge, blocks repeated, brackets nested, lines without end, bytes that no text has. The same random numbers give the same
 * file.
 */
final class HostileFiles {

    private static final int LARGEST = 1 << 21;

    private static final String[] NUMBERS = {"0", "-1", "1e309", "-1e-320", "NaN", "Infinity", "999999999", "2147483647",
        "2147483648", "-2147483648", "4294967297", "9223372036854775807", "9223372036854775808", "99999999999999999999",
        "1000000", "0x7f", "1e", "--1", "1.2.3", "٣", "1(5)", "1/0", "000000000000000000000000000000000000000000001"};

    private static final String[] WORDS = {"\0", "\uFEFF", "\u2028", "\r", "\t", "\"", "'", ";", "\n;\n", "\\", "$$$$\n", "#",
        "data_\n", "loop_\n", "_", "M  END\n", "M  V30 BEGIN CTAB\n", "V3000", "V2000", "[", "]", "{", "}", "(", ")", "=", ",",
        "null", "true", "[[]]", "\"a\":", "Lattice=\"", "Properties=", "Direct\n", "Selective dynamics\n", "C", "H", "Xx",
        "%00", "%(123)", "@@", "../../../etc/passwd", "\uD83D\uDE00", "x,y,z", "1/2+x", "?", ".", "C:\\"};

    private static final String[] NESTED = {"[", "{", "(", "{\"a\":", "[{\"a\":[", "C(", "C1", "'", "\"", "<", "a", "C", " ", "1",
        "-", "=", "\n", "#", "loop_ ", "data_a\n", "\n\n$$$$\n", "x+", "%10", "[C", "\t", ","};

    private final Random random;

    HostileFiles(long seed) {
        random = new Random(seed);
    }

    /** Damages one of some good files, perhaps with parts of another one. */
    byte[] of(List<byte[]> good) {
        byte[] file = good.get(random.nextInt(good.size()));
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            file = damaged(file, good.get(random.nextInt(good.size())));
        }
        return file.length <= LARGEST ? file : part(file, 0, LARGEST);
    }

    private byte[] damaged(byte[] file, byte[] other) {
        int from = place(file);
        int to = from + random.nextInt(Math.min(file.length - from, 1 + random.nextInt(400)) + 1);
        return switch (random.nextInt(14)) {
            case 0 -> part(file, 0, from);
            case 1 -> turned(file);
            case 2 -> spliced(file, from, to, noise(random.nextInt(20)));
            case 3, 4 -> number(file);
            case 5 -> spliced(file, from, to, new byte[0]);
            case 6 -> repeated(file, from, to);
            case 7 -> lines(file);
            case 8, 9 -> spliced(file, from, from, pick(WORDS));
            case 10 -> spliced(file, from, random.nextBoolean() ? from : file.length, nested());
            case 11 -> spliced(file, from, file.length, part(other, place(other), other.length));
            case 12 -> eightBytes(file);
            default -> bytes(text(file).replace("\n", random.nextBoolean() ? "\r\n" : "\r"));
        };
    }

    private int place(byte[] file) {
        return random.nextInt(file.length + 1);
    }

    private byte[] turned(byte[] file) {
        byte[] turned = file.clone();
        for (int bits = 1 + random.nextInt(20); bits > 0 && file.length > 0; bits--) {
            turned[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return turned;
    }

    /** Another number in the place of one of the file's. */
    private byte[] number(byte[] file) {
        int begin = place(file);
        while (begin < file.length && !Character.isDigit(file[begin])) {
            begin++;
        }
        int end = begin;
        while (end < file.length && (Character.isDigit(file[end]) || file[end] == '.')) {
            end++;
        }
        return spliced(file, begin, end, pick(NUMBERS));
    }

    private byte[] repeated(byte[] file, int from, int to) {
        byte[] block = part(file, from, to);
        int times = block.length == 0 ? 1 : Math.min(1 + random.nextInt(3000), LARGEST / block.length);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            blocks.writeBytes(block);
        }
        return spliced(file, to, to, blocks.toByteArray());
    }

    /** Two lines change places, or one is taken away or doubled. */
    private byte[] lines(byte[] file) {
        List<String> lines = new ArrayList<>(List.of(text(file).split("\n", -1)));
        int first = random.nextInt(lines.size());
        int second = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.set(first, lines.set(second, lines.get(first)));
            case 1 -> lines.remove(first);
            default -> lines.add(second, lines.get(first));
        }
        return bytes(String.join("\n", lines));
    }

    private byte[] nested() {
        String unit = NESTED[random.nextInt(NESTED.length)];
        int[] depths = {10, 1000, 20_000, 300_000, 1_100_000};
        int depth = depths[random.nextInt(depths.length)];
        return unit.repeat(Math.min(depth, LARGEST / unit.length())).getBytes(StandardCharsets.UTF_8);
    }

    /** A length as binary formats have them. */
    private byte[] eightBytes(byte[] file) {
        long[] lengths = {0, 1, -1, 8, 256, 1L << 31, (1L << 31) - 1, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, file.length};
        long length = lengths[random.nextInt(lengths.length)];
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (length >> 8 * i);
        }
        int from = random.nextBoolean() ? 0 : place(file);
        return spliced(file, from, Math.min(file.length, from + 8), bytes);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] pick(String[] texts) {
        return texts[random.nextInt(texts.length)].getBytes(StandardCharsets.UTF_8);
    }

    /** The file with something else in the place of the bytes {@code from} to {@code to}. */
    private static byte[] spliced(byte[] file, int from, int to, byte[] between) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, from);
        bytes.writeBytes(between);
        bytes.write(file, to, file.length - to);
        return bytes.toByteArray();
    }

    private static byte[] part(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    /** Byte for byte, so that what is no text survives. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
