#include "core/work/power.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>

#include "core/work/digest.h"
#include "core/work/upload.h"

namespace threadmart {
namespace {

std::string powerHex(std::uint32_t n) {
  return hexOfBytes(powerBytes(n));
}

TEST(Power, RaisesNumbersToThemselves) {
  EXPECT_EQ(powerHex(0), "1");
  EXPECT_EQ(powerHex(1), "1");
  EXPECT_EQ(powerHex(2), "4");
  EXPECT_EQ(powerHex(3), "1b");
  EXPECT_EQ(powerHex(10), "2540be400");
  EXPECT_EQ(powerHex(16), "1" + std::string(16, '0'));
  EXPECT_EQ(powerHex(20), "56bc75e2d6310000000000");
}

TEST(Power, BytesHaveNoLeadingZeros) {
  for (std::uint32_t n = 0; n < 300; ++n) EXPECT_NE(powerBytes(n).front(), '\0') << n;
  EXPECT_EQ(powerBytes(3), "\x1b");
  EXPECT_EQ(powerBytes(4), std::string("\x01\x00", 2));
}

TEST(Hex, HasNoLeadingZerosAndALowerCase) {
  EXPECT_EQ(hexOfBytes(""), "0");
  EXPECT_EQ(hexOfBytes(std::string(3, '\0')), "0");
  EXPECT_EQ(hexOfBytes(std::string("\0\x0a\xbc", 3)), "abc");
}

TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, StartsAnewAfterItsEnd) {
  Sha256 sha;
  sha.add("a");
  sha.add("bc");
  EXPECT_EQ(sha.hex(), sha256Hex("abc"));
  sha.add("abc");
  EXPECT_EQ(sha.hex(), sha256Hex("abc"));
}

TEST(Digest, OfResultsIsTheArticles) {
  ResultDigest digest;
  for (std::uint32_t n = 0; n < 4; ++n) digest.add(powerBytes(n));
  EXPECT_EQ(digest.hex(), "997e2670877b3d4be70a32a435d31ad9c0bdbb97319f6b7aa511c362082f6e9a");
  for (const std::uint32_t n : {1u, 0u, 2u, 3u}) digest.add(powerBytes(n));
  EXPECT_EQ(digest.hex(), sha256Hex("1\n1\n4\n1b\n"));
}

std::string outputOf(const char* command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command, "r"), pclose);
  std::string output;
  std::array<char, 256> line;
  while (pipe && std::fgets(line.data(), line.size(), pipe.get()) != nullptr) output += line.data();
  return output;
}

TEST(Digest, OfResultsIsPythons) {
  if (std::system("python3 -c pass 2>/dev/null") != 0) GTEST_SKIP() << "python3 is not installed";
  ResultDigest digest;
  for (std::uint32_t n = 0; n <= 300; ++n) digest.add(powerBytes(n));
  EXPECT_EQ(digest.hex() + "\n", outputOf("python3 -c \"import hashlib\n"
                                          "h = hashlib.sha256()\n"
                                          "for n in range(301): h.update(f'{n ** n:x}\\n'.encode())\n"
                                          "print(h.hexdigest())\""));
}

TEST(UploadContent, FollowsFromTheName) {  // the values are Python's
  EXPECT_EQ(sha256Hex(uploadContent("photo-7", 1000)),
            "4b72b37ab1895812db193552d2b426bfe37b6cd6a74e1443587295c51c1b4f8c");
  EXPECT_EQ(hexOfBytes(uploadContent("photo-7", 13)), "fb3d43741e52886967da577935");
  EXPECT_NE(uploadContent("photo-8", 13), uploadContent("photo-7", 13));
  EXPECT_EQ(uploadContent("photo-7", 0), "");
}

}  // namespace
}  // namespace threadmart
