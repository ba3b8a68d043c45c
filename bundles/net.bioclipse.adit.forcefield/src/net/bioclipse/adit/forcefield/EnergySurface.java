package net.bioclipse.adit.forcefield;

/** An energy as a function of the positions of atoms. */
interface EnergySurface {

    /**
     * @param positions coordinates in Å, atoms × 3 row by row
     * @param gradient  filled with the derivatives by the coordinates, kcal/mol/Å
     * @return in kcal/mol; not finite where atoms lie on each other
     */
    double energy(double[] positions, double[] gradient);
}
