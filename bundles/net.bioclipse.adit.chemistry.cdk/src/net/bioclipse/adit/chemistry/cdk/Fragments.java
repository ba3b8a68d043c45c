package net.bioclipse.adit.chemistry.cdk;

import java.util.Arrays;
import java.util.List;

/** The connected parts of a graph. */
final class Fragments {

    private Fragments() {
    }

    /**
     * Numbers the parts in the order of their first atoms.
     *
     * @param part receives the number of the part of each atom, from 0
     * @return how many parts there are
     */
    static int label(int[] part, List<int[]> bonds) {
        int[] parent = new int[part.length];
        Arrays.setAll(parent, i -> i);
        for (int[] bond : bonds) {
            int a = root(parent, bond[0]);
            int b = root(parent, bond[1]);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
        int count = 0;
        for (int i = 0; i < part.length; i++) {
            int root = root(parent, i);
            part[i] = root == i ? count++ : part[root];
        }
        return count;
    }

    private static int root(int[] parent, int atom) {
        int root = atom;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
