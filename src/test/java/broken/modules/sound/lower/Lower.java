package broken.modules.sound.lower;

public class Lower {}
