package broken.printing;

class Printer {

    void print() {
        System.out.println("seen");
    }
}
