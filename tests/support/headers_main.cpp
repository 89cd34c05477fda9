// The program that owns the precompiled headers of the tests; it does nothing.
int main() {
  return 0;
}
