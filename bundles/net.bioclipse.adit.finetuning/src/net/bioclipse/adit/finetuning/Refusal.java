package net.bioclipse.adit.finetuning;

/**
 * A record that is not learned from.
 *
 * @param file   its file, relative to the folder that was given
 * @param record its number in the file, from 1; 0 for the whole file
 * @param name   its name in the file, or an empty text
 * @param reason why not, and what would be right
 */
public record Refusal(String file, long record, String name, String reason) {
}
