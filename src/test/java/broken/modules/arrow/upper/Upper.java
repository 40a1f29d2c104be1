package broken.modules.arrow.upper;

public class Upper {}
