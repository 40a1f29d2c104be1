package broken.floating;

class FloatingMoney {

    double amount;
}
