package broken.modules.inside.lower.detail;

public class Hidden {}
