package net.bioclipse.adit.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.aromaticity.ElectronDonation;
import org.openscience.cdk.depict.DepictionGenerator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.fingerprint.CircularFingerprinter;
import org.openscience.cdk.geometry.cip.CIPTool;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.SDFWriter;
import org.openscience.cdk.layout.StructureDiagramGenerator;
import org.openscience.cdk.qsar.descriptors.molecular.TPSADescriptor;
import org.openscience.cdk.qsar.result.DoubleResult;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.SmartsPattern;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;
import org.openscience.cdk.tools.manipulator.MolecularFormulaManipulator;
import org.osgi.framework.FrameworkUtil;

/** Each area of CDK that we use works inside Equinox; its optional imports hide a missing class until run time. */
class CdkTest {

    @Test
    void readsAndWritesSmiles() throws CDKException {
        assertNotNull(FrameworkUtil.getBundle(SmilesParser.class), "this test must run inside OSGi");
        assertEquals(canonical("C(O)C"), canonical("OCC"));
    }

    @Test
    void makesInChIThroughTheNativeLibrary() throws CDKException {
        var generator = InChIGeneratorFactory.getInstance().getInChIGenerator(parse("c1ccccc1"));
        assertEquals("InChI=1S/C6H6/c1-2-4-6-5-3-1/h1-6H", generator.getInchi());
        assertEquals("UHOVQNZJYSORNB-UHFFFAOYSA-N", generator.getInchiKey());
    }

    @Test
    void writesAndReadsMolFiles() throws Exception {
        IAtomContainer ethanol = parse("CCO");
        new StructureDiagramGenerator().generateCoordinates(ethanol);
        StringWriter text = new StringWriter();
        try (SDFWriter writer = new SDFWriter(text)) {
            writer.write(ethanol);
        }
        assertTrue(text.toString().endsWith("$$$$\n"), text.toString());
        try (MDLV2000Reader reader = new MDLV2000Reader(new StringReader(text.toString()))) {
            IAtomContainer read = reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
            assertEquals(3, read.getAtomCount());
        }
    }

    @Test
    void findsAromaticityAndPatterns() throws CDKException {
        IAtomContainer phenol = parse("C1=CC=CC=C1O");
        AtomContainerManipulator.percieveAtomTypesAndConfigureAtoms(phenol);
        assertTrue(new Aromaticity(ElectronDonation.daylight(), Cycles.all()).apply(phenol));
        assertTrue(SmartsPattern.create("c[OH]").matches(phenol));
    }

    @Test
    void depictsComputesAndNames() throws CDKException {
        IAtomContainer alanine = parse("N[C@@H](C)C(=O)O");
        assertTrue(new DepictionGenerator().depict(alanine).toSvgStr().contains("<svg"));
        double area = ((DoubleResult) new TPSADescriptor().calculate(alanine).getValue()).doubleValue();
        assertEquals(63.32, area, 1e-6);
        assertTrue(new CircularFingerprinter().getBitFingerprint(alanine).cardinality() > 0);
        CIPTool.label(alanine);
        var formula = MolecularFormulaManipulator.getMolecularFormula(alanine);
        assertEquals("C3H7NO2", MolecularFormulaManipulator.getString(formula));
        assertEquals(IBond.Order.DOUBLE, alanine.getBond(3).getOrder());
    }

    private static IAtomContainer parse(String smiles) throws CDKException {
        return new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
    }

    private static String canonical(String smiles) throws CDKException {
        return new SmilesGenerator(SmiFlavor.Canonical).create(parse(smiles));
    }
}
