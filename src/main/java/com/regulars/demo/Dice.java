package com.regulars.demo;

import java.util.List;
import java.util.Random;

/** Chance that comes out the same on every machine. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number that is {@code expected} on average. */
    int about(double expected) {
        return (int) Math.floor(expected + random.nextDouble());
    }

    /** One of the choices, each as often as its weight says. */
    <T> T weighted(List<T> choices, int... weights) {
        int left = 0;
        for (int weight : weights) {
            left += weight;
        }
        int at = random.nextInt(left);
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return choices.get(i);
            }
        }
        return choices.getLast();
    }
}
