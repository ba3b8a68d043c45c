package net.bioclipse.adit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line {@code ./adit}. */
@Command(name = "adit", mixinStandardHelpOptions = true, version = "Bioclipse ADiT 0.1.0",
		description = "Generates molecules and crystals, and checks them.")
public final class Main implements Runnable {

	public static void main(String[] arguments) {
		System.exit(new CommandLine(new Main()).execute(arguments));
	}

	@Override
	public void run() {
		new CommandLine(this).usage(System.out);
	}
}
