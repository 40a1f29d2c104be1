package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;

/**
 * What is remembered of a file that was given.
 *
 * @param type what it really is
 * @param name the name it came with, fit to be shown
 * @param sha256 the hash of its content, in hexadecimal
 * @param cameBy how it came
 */
record GivenFile(FileType type, String name, String sha256, Proof.CameBy cameBy) {}
