@echo off
rem Runs Muster on Windows: finds a JDK 25 or later, builds on first use, then starts.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "JDK="
for %%D in ("%MUSTER_JAVA_HOME%" "%JAVA_HOME%") do if not defined JDK if exist "%%~D\bin\javac.exe" call :try "%%~D"
if not defined JDK for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%USERPROFILE%\.jdks\*") do if not defined JDK call :try "%%~D"
if not defined JDK (
  echo muster: needs a JDK, version 25 or later ^(for example Eclipse Temurin 25^): install one, or point MUSTER_JAVA_HOME to it. 1>&2
  exit /b 78
)
if not exist "%HOME_DIR%cli\target\muster.built" (
  echo muster: building ^(the first time takes a minute or two^) ... 1>&2
  pushd "%HOME_DIR%"
  set "JAVA_HOME=!JDK!"
  call mvnw.cmd -q -DskipTests -Dspotless.check.skip package || (popd & exit /b 70)
  popd
  echo built> "%HOME_DIR%cli\target\muster.built"
)
"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --add-modules=jdk.incubator.vector ^
  -XX:+UseSerialGC -cp "%HOME_DIR%cli\target\*;%HOME_DIR%cli\target\lib\*" org.muster.cli.Muster %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b JAVA_VERSION= "%~1\release" 2^>nul') do (
  set "MAJOR=%%~V"
  set "MAJOR=!MAJOR:"=!"
  if !MAJOR! GEQ 25 set "JDK=%~1"
)
exit /b 0
