package broken.frame.shell;

public class Frame {}
