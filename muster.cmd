@echo off
rem Runs Muster on Windows as the script `muster` does elsewhere: finds a JDK 25 or later, builds on first use (or after a
rem change), then starts fast. The line in which the JDK announces its incubating module stays on stderr here.
setlocal enableextensions disabledelayedexpansion
set "ROOT=%~dp0"
set "STAMP=%ROOT%cli\target\muster.built"
set "LOG=%ROOT%cli\target\build.log"
set "JARS=%ROOT%cli\target\*;%ROOT%cli\target\lib\*"

set "JDK="
for %%D in ("%MUSTER_JAVA_HOME%" "%JAVA_HOME%") do call :try "%%~D"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"
if not defined JDK (
  echo muster: needs a JDK, version 25 or later ^(for example Eclipse Temurin 25^): install one, or point MUSTER_JAVA_HOME to it. 1>&2
  exit /b 78
)

call :isfresh || call :build || exit /b 70

rem Commands that only read, check or print need no optimising compiler; those with long loops do.
set "TIERS=-XX:TieredStopAtLevel=1"
set "VECTOR="
for %%C in (game bench share) do if "%~1"=="%%C" (
  set "TIERS=-XX:+TieredCompilation"
  set "VECTOR=--add-modules=jdk.incubator.vector -Xms64m -XX:MaxDirectMemorySize=1024g"
)
set "OPTIONS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC %TIERS%"
set "ARCHIVE="
if not defined VECTOR call :archive
"%JDK%\bin\java" %OPTIONS% %ARCHIVE% %VECTOR% -cp "%JARS%" org.muster.cli.Muster %*
exit /b %ERRORLEVEL%

rem Takes the folder as the JDK if it is one of version 25 or later and none was taken before.
:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f tokens^=2^ delims^=^=.^" %%V in ('findstr /b /c:"JAVA_VERSION=" "%~1\release" 2^>nul') do if %%V GEQ 25 set "JDK=%~f1"
exit /b 0

rem Whether there is a build and no source or pom is younger.
:isfresh
if not exist "%STAMP%" exit /b 1
pushd "%ROOT%"
powershell -NoProfile -Command "$built = (Get-Item 'cli\target\muster.built').LastWriteTime; if (Get-ChildItem 'pom.xml', '*\pom.xml', '*\src\main' -Recurse | Where-Object LastWriteTime -gt $built | Select-Object -First 1) { exit 1 }"
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%

:build
echo muster: building (the first time takes a minute or two) ... 1>&2
if not exist "%ROOT%cli\target" mkdir "%ROOT%cli\target"
pushd "%ROOT%"
set "JAVA_HOME=%JDK%"
call mvnw.cmd -q -DskipTests -Dspotless.check.skip package >"%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  type "%LOG%" 1>&2
  echo muster: the build failed; its output stands above and in cli\target\build.log. 1>&2
  exit /b 1
)
rem A name for this build: archives of an earlier one must not be taken for it.
>"%STAMP%" echo %RANDOM%-%RANDOM%-%RANDOM%
exit /b 0

rem An archive of loaded and linked classes, made once a build in the user's cache folder, halves the time to start.
:archive
if not defined LOCALAPPDATA exit /b 0
set "CACHE=%LOCALAPPDATA%\muster"
set /p BUILT=<"%STAMP%"
for %%J in ("%JDK%") do set "AOT=%CACHE%\%BUILT%-%%~nxJ.aot"
if exist "%AOT%" goto :archived
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
set "PART=%AOT%.%RANDOM%"
"%JDK%\bin\java" %OPTIONS% "-XX:AOTCacheOutput=%PART%" -Xlog:disable -cp "%JARS%" org.muster.cli.Rehearsal plans "%ROOT%examples" >nul 2>&1 <nul && move /y "%PART%" "%AOT%" >nul 2>&1
if not exist "%AOT%" (
  del "%PART%" "%PART%.config" >nul 2>&1
  exit /b 0
)
forfiles /p "%CACHE%" /m *.aot /d -30 /c "cmd /c del @path" >nul 2>&1
:archived
set ARCHIVE="-XX:AOTCache=%AOT%" -Xlog:aot=off -Xlog:cds=off
exit /b 0
