package broken.modules.inside.lower;

public class Lower {}
