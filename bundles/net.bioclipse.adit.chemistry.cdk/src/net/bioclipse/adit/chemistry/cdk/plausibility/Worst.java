package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.Optional;
import java.util.function.Supplier;

/** Remembers of many violations of a check the worst, and how many there are. */
final class Worst {

    private final String plural;
    private double excess = -1;
    private int count;
    private Supplier<String> sentence;

    /** @param plural what is counted: "bonds" */
    Worst(String plural) {
        this.plural = plural;
    }

    /**
     * @param howMuch  how far the bound is passed
     * @param sentence names the atoms and numbers
     */
    void add(double howMuch, Supplier<String> sentence) {
        count++;
        if (howMuch > excess) {
            excess = howMuch;
            this.sentence = sentence;
        }
    }

    /** The sentence of the worst; empty when there is none. */
    Optional<String> failure() {
        return count == 0 ? Optional.empty()
                : Optional.of(sentence.get() + (count == 1 ? "" : " (the worst of " + count + " " + plural + ")"));
    }
}
