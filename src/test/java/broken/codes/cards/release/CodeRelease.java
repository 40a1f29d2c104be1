package broken.codes.cards.release;

public interface CodeRelease {}
