package app.carddesk.evidence.pictures;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One page of a file as it is seen: upright, opaque, at most {@value Pictures#LONG_EDGE} pixels long.
 *
 * @param number counted from 1
 * @param image of the type {@link BufferedImage#TYPE_INT_RGB}; whoever was given it may draw on it
 * @param words what the file itself says is written on the page, with its place; empty for plain pictures
 */
public record DrawnPage(int number, BufferedImage image, List<Word> words) {

    public DrawnPage {
        words = List.copyOf(words);
    }
}
